import type { SubscriptionService } from '../delivery/subscriptions/subscription-port.ts';
import type { Command } from './command.ts';
import { createDispatch, type Dispatch, type ReportBug, type Sources } from './dispatch.ts';
import { createResponder, type KeptInvocations, type Responder } from './respond.ts';
import { createSuggest, type SuggestChoices } from './suggest.ts';

export interface Door {
  readonly dispatch: Dispatch;
  readonly responder: Responder;
  readonly suggest: SuggestChoices;
  readonly subscriptions: SubscriptionService;
}

export function createDoor(
  commands: ReadonlyMap<string, Command>,
  sources: Sources,
  kept: KeptInvocations,
  report: ReportBug,
): Door {
  const dispatch = createDispatch(commands, sources, report);
  return {
    dispatch,
    responder: createResponder(dispatch, kept, report),
    suggest: createSuggest(commands, sources),
    subscriptions: sources.subscriptions,
  };
}

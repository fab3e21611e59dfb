import { z } from 'zod';
import type { Config } from '../config.ts';
import { failure, SourceError } from '../sources/failure.ts';
import { reasonOf } from './discord.ts';
import { type Finding, well, wrong } from './finding.ts';

/** How long a server has for an answer, ms. */
const PATIENCE = 10_000;

export async function checkHuggingFace({ huggingfaceUrl, follows }: Config): Promise<Finding> {
  if (huggingfaceUrl === null || !follows) return well('huggingface', { key: 'doctor.huggingface.off' });
  const url = `${huggingfaceUrl}/api/daily_papers?limit=1`;
  try {
    const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    if (ok) return well('huggingface', { key: 'doctor.huggingface.ok', values: { url: huggingfaceUrl } });
    const { kind, reason } = failure(status);
    return wrong('huggingface', new SourceError(kind, { url, reason }));
  } catch (error) {
    return wrong('huggingface', new SourceError('unreachable', { url, reason: reasonOf(error) }));
  }
}

/** Prompts the model: a server may list a model that it does not run. */
export async function checkModel({ llm }: Config): Promise<Finding> {
  if (llm === null) return well('model', { key: 'doctor.model.off' });
  const { createModel } = await import('../model/openai-compatible.ts');
  let why = '';
  const note = (reply: { why: string | null; status: number | null }) => {
    why = `${reply.why ?? ''} ${reply.status ?? ''}`.trim();
  };
  const ask = createModel(llm, note).open(Math.max(llm.timeout, PATIENCE));
  const reply = await ask({
    name: 'check',
    instructions: 'Answer with the JSON object {"ok": true} and nothing else.',
    data: '{}',
    shape: z.object({ ok: z.boolean() }),
  });
  const values = { model: llm.model, url: llm.baseUrl, why };
  // A model that answers in another form is reachable.
  const isThere = reply.ok || !['late', 'busy', 'unreachable', 'status'].includes(reply.why);
  return isThere
    ? well('model', { key: 'doctor.model.ok', values })
    : wrong('model', { key: 'doctor.model.bad', values });
}

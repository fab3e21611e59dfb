/** An error answer of Discord. Routes throw it; `rest.ts` writes it. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: FormErrors | undefined;

  constructor(status: number, code: number, message: string, errors?: FormErrors) {
    super(message);
    this.name = 'DiscordError';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  /** The body in Discord's form; `errors` is present only for a wrong form. */
  toJSON(): { message: string; code: number; errors?: FormErrors } {
    return { message: this.message, code: this.code, ...(this.errors ? { errors: this.errors } : {}) };
  }
}

/** One mistake in a form. */
export interface FormMistake {
  readonly code: string;
  readonly message: string;
}

/** Mistakes nested by field name or list position; the mistakes themselves are under `_errors`. */
interface FormErrors {
  [field: string]: FormErrors | readonly FormMistake[];
}

/** @see Discord docs, Opcodes and Status Codes, JSON Error Codes */
const known = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  methodNotAllowed: [405, 0, '405: Method Not Allowed'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooManyCommands: [400, 30032, 'Maximum number of application commands reached (100)'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyCrossposted: [400, 40033, 'This message has already been crossposted'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  notYourMessage: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  tagRequired: [400, 40067, 'A tag is required to create a forum post in this channel'],
  cannotMessageUser: [403, 50007, 'Cannot send messages to this user'],
  notText: [400, 50008, 'Cannot send messages in a non-text channel'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  invalidWebhookToken: [401, 50027, 'Invalid Webhook Token'],
  invalidApiVersion: [400, 50041, 'Invalid API version'],
  threadArchived: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
  threadLocked: [403, 160005, 'Thread is locked'],
  tooManyThreads: [400, 160006, 'Maximum number of active threads reached'],
} as const satisfies Record<string, readonly [number, number, string]>;

/** Makes one of Discord's fixed errors. */
export function discordError(name: keyof typeof known): DiscordError {
  const [status, code, message] = known[name];
  return new DiscordError(status, code, message);
}

/** Makes a 400 with code 50035: the form is wrong at each `path`. */
export function invalidForm(
  mistakes: Iterable<{ path: readonly PropertyKey[] } & FormMistake>,
): DiscordError {
  const errors: FormErrors = {};
  for (const { path, code, message } of mistakes) {
    let place = errors;
    for (const key of path) {
      const name = String(key);
      const next = place[name];
      if (next !== undefined && !isList(next)) place = next;
      else {
        const fresh: FormErrors = {};
        place[name] = fresh;
        place = fresh;
      }
    }
    const there = place._errors;
    place._errors = [...(there !== undefined && isList(there) ? there : []), { code, message }];
  }
  return new DiscordError(400, 50035, 'Invalid Form Body', errors);
}

function isList(value: FormErrors | readonly FormMistake[]): value is readonly FormMistake[] {
  return Array.isArray(value);
}

/** Without the request, which may hold a person's question, and without tokens. */
interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly status?: number;
  readonly code?: number | string;
  readonly method?: string;
  /** The path of the failed request, without query and tokens. */
  readonly route?: string;
  readonly cause?: LoggedError;
  /** Several errors in one, such as a host that refused each of its addresses. */
  readonly errors?: readonly LoggedError[];
}

/** Causes may form a circle. */
const DEPTH_MAX = 5;
/** The token of an interaction or webhook allows writing to its channel. */
const TOKEN = /(\/(?:interactions|webhooks)\/[^/\s]+\/)[^/\s?#"']+/g;

export function loggedError(error: unknown, depth = 1): LoggedError {
  if (!(error instanceof Error)) {
    return { type: typeof error, message: typeof error === 'string' ? withoutTokens(error) : '' };
  }
  const nested = (one: unknown) => loggedError(one, depth + 1);
  const fields: Partial<Record<string, unknown>> = { ...error };
  const { status, code, method, url } = fields;
  const isDeep = depth >= DEPTH_MAX;
  return {
    type: error.name,
    message: withoutTokens(error.message),
    ...(error.stack !== undefined && { stack: withoutTokens(error.stack) }),
    ...(typeof status === 'number' && { status }),
    ...((typeof code === 'number' || typeof code === 'string') && { code }),
    ...(typeof method === 'string' && { method }),
    ...(typeof url === 'string' && URL.canParse(url) && { route: withoutTokens(new URL(url).pathname) }),
    ...(error.cause !== undefined && !isDeep && { cause: nested(error.cause) }),
    ...(error instanceof AggregateError && !isDeep && { errors: error.errors.map(nested) }),
  };
}

function withoutTokens(text: string): string {
  return text.replace(TOKEN, '$1:token');
}

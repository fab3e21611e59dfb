import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What a request to the model had. */
export interface ModelRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly type: string; readonly json_schema?: { readonly name: string } };
    readonly tools?: unknown;
  };
  /** The data of its prompt. */
  readonly data: Record<string, unknown>;
}

/** What the server does with a request: says something, answers otherwise, hangs or hangs up. */
export type Behaviour =
  | { readonly says: string | null; readonly finish?: string; readonly refusal?: string }
  | { readonly status: number; readonly headers?: Record<string, string>; readonly raw?: string }
  | { readonly raw: string }
  | 'hang'
  | 'close'
  | 'endless';

interface FakeModel {
  /** Up to `/v1`. */
  readonly url: string;
  readonly requests: ModelRequest[];
}

/** A server that speaks OpenAI's chat completions, on loopback; closed when the test is over. */
export async function startFakeModel(
  behave: (request: ModelRequest, nth: number) => Behaviour,
): Promise<FakeModel> {
  const requests: ModelRequest[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const data = JSON.parse(body.messages.at(-1).content);
    const one = { path: request.url ?? '', headers: request.headers, body, data };
    requests.push(one);
    act(behave(one, requests.length), response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/v1`, requests };
}

function act(behaviour: Behaviour, response: ServerResponse): void {
  if (behaviour === 'hang') return;
  if (behaviour === 'close') {
    response.socket?.destroy();
    return;
  }
  response.setHeader('content-type', 'application/json');
  if (behaviour === 'endless') {
    const more = () => {
      while (!response.destroyed && response.write(' '.repeat(65_536)));
      response.once('drain', more);
    };
    more();
    return;
  }
  if ('status' in behaviour) {
    response.writeHead(behaviour.status, behaviour.headers ?? {});
    response.end(behaviour.raw ?? '{"error":{"message":"no: sk-secret"}}');
    return;
  }
  response.end('raw' in behaviour ? behaviour.raw : JSON.stringify(completion(behaviour)));
}

function completion({ says, finish = 'stop', refusal }: Extract<Behaviour, { says: unknown }>) {
  const message = { role: 'assistant', content: says, ...(refusal === undefined ? {} : { refusal }) };
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 1,
    model: 'fake',
    choices: [{ index: 0, message, finish_reason: finish }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  };
}

/** The server says a value as JSON. */
export function saying(value: unknown): Behaviour {
  return { says: JSON.stringify(value) };
}

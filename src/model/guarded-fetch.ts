/** The most bytes of a response; answers to our prompts are far shorter. */
const BYTES_MAX = 256 * 1024;

/** `fetch` that follows no redirects and fails on a response of more than `BYTES_MAX`. */
export const guardedFetch: typeof fetch = async (address, init) => {
  const response = await fetch(address, { ...init, redirect: 'error' });
  if (response.body === null) return response;
  return new Response(response.body.pipeThrough(atMost(BYTES_MAX)), response);
};

function atMost(max: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > max) controller.error(new Error(`longer than ${max} bytes`));
      else controller.enqueue(chunk);
    },
  });
}

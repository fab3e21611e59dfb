import type { Deed, DeedResult } from '../../web/wire.ts';

/** Sends a deed to the sandbox. Rejects if the sandbox cannot be reached or does not accept it. */
export async function tell(deed: Deed): Promise<DeedResult> {
  const response = await fetch('/do', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(deed),
  });
  // An invalid deed also gets a JSON answer, with the reason.
  if (response.headers.get('content-type')?.startsWith('application/json')) return await response.json();
  throw new Error(`${response.status} ${await response.text()}`);
}

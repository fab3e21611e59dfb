import type { Deed, DeedResult } from '../../web/wire.ts';

/** Tells the sandbox what the person does. Rejects when it cannot be reached or does not take it. */
export async function tell(deed: Deed): Promise<DeedResult> {
  const response = await fetch('/do', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(deed),
  });
  // A deed that makes no sense is refused with a reason too.
  if (response.headers.get('content-type')?.startsWith('application/json')) return await response.json();
  throw new Error(`${response.status} ${await response.text()}`);
}

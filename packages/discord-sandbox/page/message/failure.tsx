import { usePage } from '../context.ts';

/** Discord's message for an action that failed. */
export function Failure({ reason }: { readonly reason: string }) {
  const { say } = usePage();
  return (
    <p class="failure" role="alert">
      {reason === 'did not respond' ? say('noAnswer') : say('failed', { reason })}
    </p>
  );
}

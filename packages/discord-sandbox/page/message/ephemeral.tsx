import { usePage } from '../context.ts';
import { Icon } from '../shell/icons.tsx';

/** Says that nobody else sees a message, with a button to dismiss it. */
export function Dismiss({ id }: { readonly id: string }) {
  const { say, actions } = usePage();
  return (
    <p class="only-you">
      <Icon name="eye" />
      {say('onlyYou')}
      <span aria-hidden="true">·</span>
      <button type="button" class="text-button" onClick={() => actions.dismiss(id)}>
        {say('dismiss')}
      </button>
    </p>
  );
}

import { ListBox } from '../list-box.tsx';
import type { Offer, Offers } from './offers.ts';

/** The list of offers for the text at the caret. */
export function OfferList({
  offers: { title, about, offers, status },
  active,
  onPick,
  onActive,
}: {
  readonly offers: Offers;
  readonly active: number | null;
  readonly onPick: (offer: Offer) => void;
  readonly onActive: (place: number) => void;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done; a press would take the focus out of the bar
    <div class="offers" onMouseDown={(event) => event.preventDefault()}>
      <p class="offers-title">
        <strong>{title}</strong> {about}
      </p>
      {offers.length > 0 && (
        <ListBox
          id="offers"
          label={title}
          items={offers}
          active={active}
          onActive={onActive}
          onPick={(place) => {
            const offer = offers[place];
            if (offer) onPick(offer);
          }}
        />
      )}
      <p class="status" role="status">
        {status}
      </p>
    </div>
  );
}

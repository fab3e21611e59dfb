import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Offer, Offers } from './offers.ts';

/** What can be picked for the text at the caret. The focus stays in the bar. */
export function OfferList({
  id,
  offers: { title, about, offers, status },
  active,
  onPick,
  onActive,
}: {
  readonly id: string;
  readonly offers: Offers;
  readonly active: number | null;
  readonly onPick: (offer: Offer) => void;
  readonly onActive: (place: number) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // A press would take the focus out of the bar, and on a phone its keyboard away.
    <div class="offers" onPointerDown={(event) => event.pointerType === 'mouse' && event.preventDefault()}>
      <p class="offers-title">
        <strong>{title}</strong> {about}
      </p>
      {offers.length > 0 && (
        <ul id={id} ref={list} role="listbox" aria-label={title}>
          {offers.map((offer, place) => (
            <li
              key={offer.key}
              id={`${id}-${place}`}
              role="option"
              aria-selected={place === active}
              class={place === active ? 'active' : ''}
              onPointerMove={() => place !== active && onActive(place)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(offer)}
            >
              <span class="name">
                {offer.name} {offer.note && <span class="note">{offer.note}</span>}
              </span>
              {offer.about && <span class="about">{offer.about}</span>}
            </li>
          ))}
        </ul>
      )}
      <p class="status" role="status">
        {status}
      </p>
    </div>
  );
}

import type { ComponentChildren } from 'preact';

interface Segment<Value extends string> {
  readonly value: Value;
  readonly label: ComponentChildren;
  /** The language of the label, if it differs from the page's. */
  readonly lang?: string;
}

/** A few choices side by side, one of which is active. */
export function Segments<Value extends string>({
  label,
  name,
  value,
  segments,
  onPick,
}: {
  readonly label: string;
  readonly name: string;
  readonly value: Value;
  readonly segments: readonly Segment<Value>[];
  readonly onPick: (value: Value) => void;
}) {
  return (
    <fieldset class="segments">
      <legend>{label}</legend>
      <div>
        {segments.map((segment) => (
          <label key={segment.value} lang={segment.lang}>
            <input
              type="radio"
              name={name}
              checked={segment.value === value}
              onChange={() => onPick(segment.value)}
            />
            <span>{segment.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

import type { ReactNode } from 'react';

/** A heading: its text, or `{ number }` over a column of numbers; null: no such column for this reader. */
type Head = string | { readonly number: string } | null;

interface ListingTableProps {
  /** What a screen reader calls it; where the table is wider than the page, it scrolls under this name. */
  readonly label: string;
  /** Shown above the headings. */
  readonly caption?: string;
  readonly heads: readonly Head[];
  /** A frame of its own, or none where it stands in a card already. */
  readonly isBare?: boolean;
  readonly className?: string;
  /** Rows. */
  readonly children: ReactNode;
  /** Below the rows, within the frame. */
  readonly after?: ReactNode;
}

/** One thing a row, under headings; it scrolls sideways by finger and by keyboard where the page is narrow. */
export function ListingTable(props: ListingTableProps) {
  const { label, caption, heads, isBare = false, className = '', children, after } = props;
  return (
    <div className={`${isBare ? '' : 'card '}table-frame`} tabIndex={0} role="region" aria-label={label}>
      <table className={`listing ${className}`.trim()}>
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {heads.map((head) =>
              head === null ? null : typeof head === 'string' ? (
                <th key={head} scope="col">
                  {head}
                </th>
              ) : (
                <th key={head.number} scope="col" className="number">
                  {head.number}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {after}
    </div>
  );
}

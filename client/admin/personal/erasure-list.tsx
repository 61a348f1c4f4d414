import type { ErasureStatement } from '../../../contracts/personal.ts';
import { useTexts } from '../../i18n/language-context.tsx';
import { useFormat } from '../../i18n/use-format.ts';
import { statementUrl } from '../../session/personal-api.ts';
import { ListingTable } from '../../ui/listing-table.tsx';
import { personalTexts } from './messages.ts';

/** Who was erased: no names, but when, by whom and what, each with its statement to download. */
export function ErasureList({ erasures }: { readonly erasures: readonly ErasureStatement[] }) {
  const t = useTexts(personalTexts);
  const format = useFormat();
  return (
    <section className="card stack" aria-labelledby="erased-title">
      <h2 id="erased-title">{t.erasedTitle}</h2>
      <p className="prose">{t.erasedText}</p>
      {erasures.length === 0 ? (
        <p className="quiet">{t.none}</p>
      ) : (
        <ListingTable label={t.download} isBare heads={[t.when, t.by, t.what, t.reason, t.download]}>
          {erasures.map(({ id, at, by, mode, reason }) => (
            <tr key={id}>
              <th scope="row">{format.date(at)}</th>
              <td>{by.name ?? t.commandLine}</td>
              <td>{mode === 'identifying' ? t.modeIdentifying : t.modeEverything}</td>
              <td>{reason}</td>
              <td>
                <a
                  className="button button-quiet"
                  href={statementUrl(id)}
                  download
                  aria-label={`JSON: ${t.downloadNamed(format.date(at))}`}
                >
                  JSON
                </a>
              </td>
            </tr>
          ))}
        </ListingTable>
      )}
    </section>
  );
}

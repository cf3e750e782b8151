import { useState } from 'react';
import { entryNames } from './entries.ts';

/** For a person: all entries, and the chosen one as a window of any width. Main sets the colours (see `main.mjs`). */
export function List() {
  const [name, setName] = useState(entryNames[0] ?? '');
  const [lang, setLang] = useState('en');
  const [theme, setTheme] = useState('light');
  const [width, setWidth] = useState(900);
  const [zoom, setZoom] = useState(100);
  const query = new URLSearchParams({ entry: name, lang });
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '260px 1fr', height: '100vh' }}>
      <nav style={{ overflow: 'auto', padding: 12 }}>
        {entryNames.map((one) => (
          <button
            key={one}
            type="button"
            className="ghost"
            aria-pressed={one === name}
            style={{ display: 'block' }}
            onClick={() => setName(one)}
          >
            {one}
          </button>
        ))}
      </nav>
      <div>
        <div className="row" style={{ padding: 12 }}>
          <Choice of={['en', 'fr']} value={lang} onChange={setLang} />
          <Choice
            of={['light', 'dark', 'forced']}
            value={theme}
            onChange={(one) => {
              setTheme(one);
              location.hash = one;
            }}
          />
          <Choice
            of={['360', '900', '1600']}
            value={`${width}`}
            onChange={(one) => setWidth(+one)}
          />
          <Choice of={['100', '150', '200']} value={`${zoom}`} onChange={(one) => setZoom(+one)} />
        </div>
        {/* oxlint-disable-next-line react/iframe-missing-sandbox -- this very page */}
        <iframe
          title={name}
          src={`?${query.toString()}`}
          style={{ width, height: 620, border: 0, zoom: zoom / 100 }}
        />
      </div>
    </div>
  );
}

type Props = Readonly<{ of: readonly string[]; value: string; onChange: (one: string) => void }>;

function Choice({ of, value, onChange }: Props) {
  return (
    <select
      aria-label={of.join(', ')}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {of.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}

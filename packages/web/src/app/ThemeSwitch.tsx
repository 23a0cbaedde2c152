// Light, dark or as the system says; normal or compact rows. Kept in this browser.
import { useState } from 'react';

const THEMES = ['system', 'light', 'dark'] as const;

export function ThemeSwitch() {
  const [theme, setTheme] = useState(() => localStorage.getItem('assay.theme') ?? 'system');
  const [density, setDensity] = useState(() => localStorage.getItem('assay.density') ?? 'normal');
  const choose = (next: string): void => {
    localStorage.setItem('assay.theme', next);
    const dark = next === 'dark' || (next === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
    setTheme(next);
  };
  const pack = (next: string): void => {
    localStorage.setItem('assay.density', next);
    document.documentElement.dataset['density'] = next;
    setDensity(next);
  };
  return (
    <span className="toolbar">
      <label className="small muted">
        Theme{' '}
        <select className="input" value={theme} onChange={(event) => choose(event.target.value)}>
          {THEMES.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label className="small muted">
        <input
          type="checkbox"
          checked={density === 'compact'}
          onChange={(event) => pack(event.target.checked ? 'compact' : 'normal')}
        />{' '}
        compact rows
      </label>
    </span>
  );
}

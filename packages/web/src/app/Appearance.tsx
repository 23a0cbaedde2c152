// Light, dark or as the system says; normal or compact rows. Kept in this browser.
import { Check, Contrast } from 'lucide-react';
import { useState } from 'react';
import { Menu } from '../ui/Menu.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
const DENSITIES = ['normal', 'compact'] as const;
export type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];

export function setTheme(theme: Theme): void {
  localStorage.setItem('assay.theme', theme);
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

export function setDensity(density: Density): void {
  localStorage.setItem('assay.density', density);
  document.documentElement.dataset['density'] = density;
}

export function AppearanceMenu() {
  return (
    <Menu
      className="rail-link"
      name="Appearance"
      label={
        <>
          <Contrast size={16} strokeWidth={1.75} aria-hidden="true" />
          <span className="rail-word">Appearance</span>
        </>
      }
    >
      <Appearance />
    </Menu>
  );
}

/** The same choices, for the menu and for Settings. */
export function Appearance() {
  const [theme, keepTheme] = useState(() => localStorage.getItem('assay.theme') ?? 'system');
  const [density, keepDensity] = useState(() => localStorage.getItem('assay.density') ?? 'normal');
  return (
    <div className="choices">
      <Choice
        name="Theme"
        of={THEMES}
        chosen={theme}
        choose={(next) => {
          setTheme(next);
          keepTheme(next);
        }}
      />
      <Choice
        name="Rows"
        of={DENSITIES}
        chosen={density}
        choose={(next) => {
          setDensity(next);
          keepDensity(next);
        }}
      />
    </div>
  );
}

function Choice<T extends string>(props: {
  readonly name: string;
  readonly of: readonly T[];
  readonly chosen: string;
  readonly choose: (next: T) => void;
}) {
  return (
    <div role="group" aria-label={props.name}>
      <span className="small muted">{props.name}</span>
      {props.of.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === props.chosen}
          onClick={() => props.choose(each)}
        >
          {each}
          {each === props.chosen ? <Check size={14} aria-hidden="true" /> : null}
        </button>
      ))}
    </div>
  );
}

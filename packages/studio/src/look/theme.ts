// Light, dark, or whatever the system has.
import { useEffect, useState } from 'react';
import { readLocal, writeLocal } from '../storage/local-json.js';

/** `system` follows `prefers-color-scheme`. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const storageName = 'inkling.theme';

/** The chosen theme and the way to choose another; the style sheet goes by `data-theme` of the root. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState<Theme>(() => themes.find((name) => name === readLocal(storageName)) ?? 'system');
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    writeLocal(storageName, theme);
  }, [theme]);
  return [theme, setTheme];
}

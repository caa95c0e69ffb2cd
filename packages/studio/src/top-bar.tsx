// The strip above everything: name, language, appearance, and the way out.
import { Icon, Mark } from './look/icons.js';
import { type Theme, themes, useTheme } from './look/theme.js';
import { type Language, languages, useSpeech } from './text/language.js';

const themeIcons = { system: 'system', light: 'sun', dark: 'moon' } as const;

/** `onDisconnect` is missing while nobody is connected. */
export function TopBar({ onDisconnect }: { onDisconnect?: () => void }) {
  const { words, language, setLanguage } = useSpeech();
  const [theme, setTheme] = useTheme();
  const nextTheme: Theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return (
    <header className="top-bar">
      <p className="brand">
        <Mark />
        Inkling
      </p>
      <p className="tagline muted">{words.tagline}</p>
      <a className="bar-link" href="/docs">
        {words.apiDocs}
      </a>
      <select
        aria-label={words.language}
        value={language}
        onChange={(event) => setLanguage(event.target.value as Language)}
      >
        {Object.entries(languages).map(([tag, { languageName }]) => (
          <option key={tag} value={tag} lang={tag}>
            {languageName}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="icon-button"
        aria-label={`${words.theme}: ${words.themes[theme]}`}
        title={`${words.theme}: ${words.themes[theme]}`}
        onClick={() => setTheme(nextTheme)}
      >
        <Icon name={themeIcons[theme]} />
      </button>
      {onDisconnect && (
        <button
          type="button"
          className="icon-button"
          aria-label={words.disconnect}
          title={words.disconnect}
          onClick={onDisconnect}
        >
          <Icon name="leave" />
        </button>
      )}
    </header>
  );
}

// The strip above everything: name, pages, language, appearance.
import { Icon, Mark } from './look/icons.js';
import { type Theme, themes, useTheme } from './look/theme.js';
import { adminAddress, type Route, settingsAddress, studioAddress } from './pages/read-route.js';
import { type Language, languages, useSpeech } from './text/language.js';

const themeIcons = { system: 'system', light: 'sun', dark: 'moon' } as const;

/** `route` is missing while nobody is connected. */
export function TopBar({ route }: { route?: Route }) {
  const { words, language, setLanguage } = useSpeech();
  const [theme, setTheme] = useTheme();
  const nextTheme: Theme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  const pages = [
    { page: 'studio', address: studioAddress, name: words.pageStudio, icon: 'vary' },
    { page: 'settings', address: settingsAddress, name: words.pageSettings, icon: 'settings' },
    { page: 'admin', address: adminAddress('usage'), name: words.pageAdmin, icon: 'chart' },
  ] as const;
  return (
    <header className="top-bar">
      <a className="brand" href={studioAddress}>
        <Mark />
        Inkling
      </a>
      {route ? (
        <nav aria-label={words.pages} className="pages">
          {pages.map(({ page, address, name, icon }) => (
            <a key={page} href={address} aria-current={page === route.page ? 'page' : undefined} title={name}>
              <Icon name={icon} />
              <span>{name}</span>
            </a>
          ))}
        </nav>
      ) : (
        <p className="tagline muted">{words.tagline}</p>
      )}
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
    </header>
  );
}

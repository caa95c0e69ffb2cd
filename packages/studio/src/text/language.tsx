// Which language the page speaks: the visitor's choice, else the browser's.
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { readLocal, writeLocal } from '../storage/local-json.js';
import { chinese } from './chinese.js';
import { english, type Words } from './english.js';

/** BCP 47 tags of the languages there are. */
export type Language = 'en' | 'zh-CN';

/** Words by language. */
export const languages: Record<Language, Words> = { en: english, 'zh-CN': chinese };

/** What the context carries. */
interface Speech {
  language: Language;
  words: Words;
  setLanguage(language: Language): void;
}

const storageName = 'inkling.language';
const SpeechContext = createContext<Speech>({ language: 'en', words: english, setLanguage: () => undefined });

/** What was chosen here before, else what the browser asks for. */
function firstLanguage(): Language {
  const chosen = readLocal(storageName);
  if (chosen === 'en' || chosen === 'zh-CN') return chosen;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Gives everything below it the words of one language, and tells the document which it is. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const setLanguage = useCallback((chosen: Language) => {
    writeLocal(storageName, chosen);
    choose(chosen);
  }, []);
  const speech = useMemo(() => ({ language, words: languages[language], setLanguage }), [language, setLanguage]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** Language, its words, and the way to change it. */
export function useSpeech(): Speech {
  return useContext(SpeechContext);
}

/** The words alone. */
export function useWords(): Words {
  return useContext(SpeechContext).words;
}

import { readSettings, SETTINGS_KEY } from './model/settings.ts';
import { loadWords } from './words/load-words.ts';

/** The settings that the visitor last used. */
export const kept = readSettings(localStorage.getItem(SETTINGS_KEY), navigator.language);

/** The page's words, which load at the same time as its script. */
export const words = loadWords(kept.language);

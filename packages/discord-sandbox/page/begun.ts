import { readSettings, SETTINGS_KEY } from './model/settings.ts';
import { loadWords } from './words/load-words.ts';

/** How its visitor left the page. */
export const kept = readSettings(localStorage.getItem(SETTINGS_KEY), navigator.language);

/** What the page says first, on its way while the page's script is. */
export const words = loadWords(kept.language);

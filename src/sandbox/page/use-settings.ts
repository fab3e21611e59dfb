import { useLayoutEffect, useState } from 'preact/hooks';
import { readSettings, type Settings, writeSettings } from './model/settings.ts';

const KEY = 'paperboy-sandbox';

/** What is switched on the page, kept in this browser. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(() => readSettings(localStorage.getItem(KEY), navigator.language));
  useLayoutEffect(() => {
    const { documentElement: page } = document;
    page.lang = settings.language;
    page.dataset.theme = settings.theme;
    localStorage.setItem(KEY, writeSettings(settings));
  }, [settings]);
  return [settings, (change) => setSettings((before) => ({ ...before, ...change }))];
}

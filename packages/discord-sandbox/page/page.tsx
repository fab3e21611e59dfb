import { render } from 'preact';
import { App } from './app.tsx';
import { kept, words } from './begun.ts';
import { loadParts } from './later.tsx';

const place = document.getElementById('page');
if (place) void words.then((first) => render(<App kept={kept} words={first} />, place));

// After the first interaction the person may need one of these parts soon.
for (const event of ['pointerdown', 'focusin']) {
  addEventListener(event, () => void loadParts().catch(() => {}), { once: true });
}

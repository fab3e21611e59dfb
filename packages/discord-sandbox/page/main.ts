import './begun.ts';

// Once the words are asked for, so that both come at the same time; index.html names this script too.
void import('./page.tsx');

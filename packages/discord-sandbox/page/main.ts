import './begun.ts';

// The words are being requested already, so both load at the same time; index.html preloads this script too.
void import('./page.tsx');

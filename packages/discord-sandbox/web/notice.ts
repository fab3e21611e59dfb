/** A plain HTML page that says why the real page is missing, for the person who can fix it. */
export function noticePage(reason: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>SANDBOX</title>
<meta name="viewport" content="width=device-width,initial-scale=1"></head><body><main>
<h1>SANDBOX</h1>
<p>The sandbox runs, and the bot in it; only this page could not be built. Mend what is said below and start again.</p>
<p lang="ko">샌드박스와 봇은 실행 중이지만 이 페이지를 만들지 못했습니다. 아래 내용을 고친 뒤 다시 시작하세요.</p>
<pre>${escapeHtml(reason)}</pre>
</main></body></html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

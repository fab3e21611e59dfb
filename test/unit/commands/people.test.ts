import { describe, expect, onTestFinished, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { Invocation } from '../../../src/answers/invocation.ts';
import { readLine } from '../../../src/bot/line.ts';
import type { OpenLibrary } from '../../../src/library.ts';
import { render } from '../../../src/messages/render.ts';
import { NOW, openTestApp } from '../../support/app.ts';
import { Replay } from '../../support/huggingface.ts';
import { shown } from '../messages/samples.ts';
import { expectValid } from '../messages/valid.ts';

const ANN = '1180000000000000601';
const BEN = '1180000000000000602';
const VISIONZIP = '2412.04467';
const FLORENCE = '2412.04424';

/** Runs a command for somebody, as Discord or a button does; what comes back is rendered in both languages. */
async function as(app: OpenLibrary, asker: string | null, line: string | Invocation): Promise<Answer> {
  const { command, options } = typeof line === 'string' ? readLine(line, app.commands) : line;
  const answer = await app.dispatch({ command, options, now: NOW, asker });
  for (const language of ['en', 'ko'] as const) expectValid(render(answer, language));
  return answer;
}

function contentOf(answer: Answer): string {
  const [message] = render(answer, 'en').messages;
  return [message?.content, ...(message?.files ?? []).map(({ content }) => String(content))].join('\n');
}

async function idsOf(app: OpenLibrary, line: string, asker = ANN): Promise<readonly string[]> {
  const answer = await as(app, asker, line);
  if (answer.kind !== 'saved') throw new Error(JSON.stringify(answer).slice(0, 200));
  return answer.page.items.map(({ paper }) => paper.id);
}

describe('/saved', () => {
  test('lists what its person saved, and nobody else’s', async () => {
    const app = await openTestApp();
    expect(await as(app, ANN, '/saved')).toMatchObject({ tone: 'error', text: { key: 'errors.saved.none' } });
    expect(await as(app, ANN, `/save ${VISIONZIP}`)).toMatchObject({ kind: 'save', isSaved: true, total: 1 });
    await as(app, ANN, `/save ${FLORENCE}`);
    await as(app, BEN, `/save ${FLORENCE}`);
    expect(await as(app, ANN, `/save ${FLORENCE}`)).toMatchObject({ isSaved: true, total: 2 });
    expect((await idsOf(app, '/saved')).toSorted()).toEqual([FLORENCE, VISIONZIP]);
    expect(await idsOf(app, '/saved', BEN)).toEqual([FLORENCE]);
  });

  test('finds in the list what a search would find in the archive', async () => {
    const app = await openTestApp();
    for (const id of [VISIONZIP, FLORENCE]) await as(app, ANN, `/save ${id}`);
    expect(await idsOf(app, '/saved query:Florence-VL')).toEqual([FLORENCE]);
    expect(await idsOf(app, '/saved visual token redundancy')).toContain(VISIONZIP);
    expect(await as(app, ANN, '/saved query:quantum chemistry of bees')).toMatchObject({
      text: { key: 'errors.saved.nothing' },
    });
  });

  test('takes a paper off the list by its menu and by the button that saved it', async () => {
    const app = await openTestApp();
    for (const id of [VISIONZIP, FLORENCE]) await as(app, ANN, `/save ${id}`);
    expect(await idsOf(app, `/saved remove:${FLORENCE}`)).toEqual([VISIONZIP]);
    expect(await as(app, ANN, `/save paper:${VISIONZIP} undo:yes`)).toMatchObject({
      isSaved: false,
      total: 0,
    });
    expect(await as(app, ANN, '/saved')).toMatchObject({ tone: 'error' });
  });

  test('comes as a file in each format', async () => {
    const app = await openTestApp();
    for (const id of [VISIONZIP, FLORENCE]) await as(app, ANN, `/save ${id}`);
    const bibtex = await as(app, ANN, '/saved format:bibtex');
    expect(contentOf(bibtex).match(/^@misc\{/gm)).toHaveLength(2);
    expect(contentOf(await as(app, ANN, '/saved format:ris')).match(/^TY {2}- /gm)).toHaveLength(2);
    expect(contentOf(await as(app, ANN, '/saved format:markdown')).match(/^- \[/gm)).toHaveLength(2);
  });

  test('is about a person, whom the terminal does not know', async () => {
    const app = await openTestApp();
    for (const line of ['/saved', `/save ${VISIONZIP}`, '/privacy'])
      expect(await as(app, null, line)).toMatchObject({ text: { key: 'errors.place.nobody' } });
    const personal = [...app.commands.values()].filter((command) => command.personal);
    expect(personal.map(({ name }) => name)).toEqual(expect.arrayContaining(['privacy', 'save', 'saved']));
    expect(personal.every(({ isPrivate }) => isPrivate)).toBe(true);
  });
});

describe('/cite', () => {
  test('leaves out authors whose order nobody tells', async () => {
    const answer = await as(await openTestApp({ HUGGINGFACE_URL: 'off' }), ANN, '/cite VisionZip');
    expect(contentOf(answer)).toContain('@misc{arxiv2024visionzip,');
    expect(contentOf(answer)).toContain('Author order unknown');
  });

  test('asks Hugging Face for the order, once, and the archive keeps it', async () => {
    const replay = await new Replay(() => []).listen();
    onTestFinished(() => replay.close());
    const names = ['Senqiao Yang', 'Yukang Chen', 'Zhuotao Tian'];
    replay.papers = (id) => ({
      id,
      title: 'VisionZip',
      upvotes: 3,
      summary: 'Tokens.',
      authors: names.map((name) => ({ name })),
    });
    const app = await openTestApp({ HUGGINGFACE_URL: replay.url });
    const first = contentOf(await as(app, ANN, `/cite ${VISIONZIP}`));
    expect(first).toContain('@misc{yang2024visionzip,');
    expect(first).toContain('author = {Yang, Senqiao and Chen, Yukang and Tian, Zhuotao}');
    await as(app, ANN, `/cite ${VISIONZIP}`);
    expect(replay.askedPapers).toEqual([VISIONZIP]);
    await app.refresh();
    expect(app.archive.paper(VISIONZIP)?.authors.names).toEqual(names);
  });

  test('goes without the order where Hugging Face does not know the paper or fails, and asks it once', async () => {
    const replay = await new Replay(() => []).listen();
    onTestFinished(() => replay.close());
    const app = await openTestApp({ HUGGINGFACE_URL: replay.url });
    replay.faults.push({ kind: 'status', status: 403 });
    for (const id of [FLORENCE, FLORENCE, VISIONZIP, VISIONZIP])
      expect(contentOf(await as(app, ANN, `/cite ${id}`))).toContain('Author order unknown');
    expect(replay.askedPapers).toEqual([FLORENCE, VISIONZIP]);
  });

  test('does not wait for a Hugging Face that never answers', async () => {
    const replay = await new Replay(() => []).listen();
    onTestFinished(() => replay.close());
    replay.faults.push({ kind: 'hang' });
    const app = await openTestApp({ HUGGINGFACE_URL: replay.url });
    expect(contentOf(await as(app, ANN, `/cite ${VISIONZIP}`))).toContain('Author order unknown');
    expect(replay.askedPapers).toEqual([VISIONZIP]);
  });

  test('is in the menu of a card, and asks which paper is meant', async () => {
    const app = await openTestApp();
    expect(await as(app, ANN, `/paper paper:${VISIONZIP} show:cite`)).toMatchObject({ kind: 'citations' });
    const card = shown(render(await as(app, ANN, `/paper ${VISIONZIP}`), 'en'));
    expect(card).toContain(`[Save] save paper=${VISIONZIP}`);
    expect(card).toContain(`<More…> paper paper=${VISIONZIP} show=*: 7 authors`);
    expect(await as(app, ANN, '/cite benchmark')).toMatchObject({
      kind: expect.stringMatching(/choice|notice/),
    });
  });
});

describe('/privacy', () => {
  test('shows, exports and, once confirmed, deletes what is stored of a person', async () => {
    const app = await openTestApp();
    expect(shown(render(await as(app, ANN, '/privacy'), 'en'))).toContain('Nothing.');
    await as(app, ANN, `/save ${VISIONZIP}`);
    const all = await as(app, ANN, '/privacy');
    expect(shown(render(all, 'en'))).toContain('1 saved paper');
    expect(
      JSON.parse(contentOf(await as(app, ANN, '/privacy show:export')).replace(/^.*\n/, '')),
    ).toMatchObject({
      person: ANN,
      saved_papers: [{ paper: VISIONZIP }],
    });
    expect(await as(app, ANN, '/privacy show:erase')).toMatchObject({ event: 'confirm' });
    expect(await idsOf(app, '/saved')).toEqual([VISIONZIP]);
    expect(await as(app, BEN, '/privacy show:sure')).toMatchObject({ event: 'erased' });
    expect(await idsOf(app, '/saved')).toEqual([VISIONZIP]);
    expect(await as(app, ANN, '/privacy show:sure')).toMatchObject({ event: 'erased', held: [] });
    expect(await as(app, ANN, '/saved')).toMatchObject({ tone: 'error' });
  });
});

describe('/trends', () => {
  test('is a picture with its numbers, and ways to other periods', async () => {
    const app = await openTestApp();
    const answer = await as(app, ANN, '/trends period:all about:diffusion, 에이전트');
    if (answer.kind !== 'trends') throw new Error(answer.kind);
    expect(answer.table.lines.map(({ name }) => name)).toEqual(['diffusion', '에이전트']);
    const [message] = render(answer, 'en').messages;
    expect(message?.files?.[0]).toMatchObject({ name: 'trends.png', type: 'image/png' });
    expect(message?.files?.[0]?.description).toContain('diffusion: ');
    expect(shown(render(answer, 'ko'))).toContain('🟦 1. **diffusion** · 논문');
    expect(shown(render(answer, 'en'))).toContain('[All time] (disabled)');
    const papers = [...app.archive.papers()].filter(({ title }) => /\bdiffusion\b/i.test(title));
    const counted = answer.table.lines[0]?.counts.reduce((sum, count) => sum + count, 0) ?? 0;
    expect(counted).toBeGreaterThanOrEqual(papers.length);
  });
});

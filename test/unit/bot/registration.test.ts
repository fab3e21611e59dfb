import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { expectSpec } from '../../../packages/discord-sandbox/test/support/spec.ts';
import { defineCommand } from '../../../src/bot/command.ts';
import {
  commandNamed,
  isRegistered,
  type Registration,
  registrationsOf,
} from '../../../src/bot/registration.ts';
import { loadCommands } from '../../../src/library.ts';

let registrations: readonly Registration[];
beforeAll(async () => {
  registrations = registrationsOf((await loadCommands()).values());
});

/** Discord docs, Application Commands: characters over a command's texts, the longest locale of each counting. */
function size(node: unknown): number {
  if (Array.isArray(node)) return node.reduce((sum: number, item) => sum + size(item), 0);
  if (typeof node !== 'object' || node === null) return 0;
  const fields = new Map<string, unknown>(Object.entries(node));
  const longest = (name: string) => {
    const own = String(fields.get(name) ?? '').length;
    const others = Object.values(fields.get(`${name}_localizations`) ?? {}).map(
      (text) => String(text).length,
    );
    return Math.max(own, ...others);
  };
  return (
    longest('name') +
    longest('description') +
    String(fields.get('value') ?? '').length +
    size(fields.get('options')) +
    size(fields.get('choices'))
  );
}

describe('the registration of commands at Discord', () => {
  test('matches Discord’s specification', () => {
    for (const registration of registrations) expectSpec('ApplicationCommandUpdateRequest', registration);
  });

  test('follows the rules that the specification leaves out', () => {
    const name = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
    for (const registration of registrations) {
      expect(size(registration)).toBeLessThanOrEqual(8000);
      if (registration.type === 3) continue;
      const options = registration.options ?? [];
      const families = [options, ...options.map((option) => ('options' in option && option.options) || [])];
      for (const one of [registration, ...families.flat()]) {
        for (const text of [one.name, one.name_localizations?.ko ?? '']) {
          expect(text).toMatch(name);
          expect(text).toBe(text.toLowerCase());
        }
        for (const text of [one.description ?? '', one.description_localizations?.ko ?? '']) {
          expect(text.length).toBeGreaterThanOrEqual(1);
          expect(text.length).toBeLessThanOrEqual(100);
          expect(text).not.toMatch(/^commands\./);
        }
        expect(one.description_localizations?.ko).toMatch(/[가-힣]/);
      }
      for (const family of families) {
        const required = family.map((option) => option.required === true);
        expect(required).toEqual(required.toSorted((a, b) => Number(b) - Number(a)));
        expect(new Set(family.map((option) => option.name)).size).toBe(family.length);
        expect(family.length).toBeLessThanOrEqual(25);
        for (const option of family) expect('choices' in option && 'autocomplete' in option).toBe(false);
      }
    }
  });

  test('has one command in the menu of messages, with only a name', () => {
    const onMessages = registrations.filter(({ type }) => type === 3);
    expect(onMessages).toEqual([
      {
        type: 3,
        name: 'Find these papers',
        name_localizations: { ko: '이 메시지의 논문 찾기' },
        integration_types: [0, 1],
        contexts: [0, 1, 2],
      },
    ]);
    for (const { name, name_localizations: names } of onMessages) {
      for (const text of [name, names?.ko ?? '']) expect(text).toMatch(/^\S.{0,30}\S$/u);
      expect(commandNamed(name)).toBe('find-these-papers');
    }
  });

  test('offers set-up only in servers, and only to people who may manage them', () => {
    const digest = registrations.find(({ name }) => name === 'digest');
    expect(digest).toMatchObject({ default_member_permissions: 32, contexts: [0], integration_types: [0] });
    expect(digest?.options?.map(({ name }) => name)).toEqual([
      'subscribe',
      'now',
      'preview',
      'status',
      'pause',
      'resume',
      'unsubscribe',
    ]);
  });

  test('leaves out options that only buttons use', () => {
    const today = registrations.find(({ name }) => name === 'today');
    expect(today?.options?.map(({ name }) => name)).toEqual(['date', 'private']);
  });

  test('is not written again if Discord has the same', () => {
    const ours = registrations;
    const theirs = ours
      .map((command, place) => ({
        id: String(place),
        application_id: '1',
        version: '7',
        nsfw: false,
        ...(command.type === 3 && { description: '', description_localizations: null }),
        ...structuredClone(command),
        default_member_permissions: command.default_member_permissions?.toString() ?? null,
        options: command.options?.map(({ required, ...option }) =>
          required ? { required, ...option } : option,
        ),
      }))
      .toReversed();
    expect(isRegistered(ours, theirs)).toBe(true);
  });

  test.each([
    [
      'a description',
      (held: Record<string, unknown>[]) => Object.assign(held[0] ?? {}, { description: 'another' }),
    ],
    [
      'a Korean text',
      (held: Record<string, unknown>[]) => Object.assign(held[0] ?? {}, { description_localizations: null }),
    ],
    ['an option', (held: Record<string, unknown>[]) => Object.assign(held.at(-2) ?? {}, { options: [] })],
    [
      'the name in a menu',
      (held: Record<string, unknown>[]) => Object.assign(held.at(-1) ?? {}, { name_localizations: null }),
    ],
    ['a command too many', (held: Record<string, unknown>[]) => held.push({ name: 'old' })],
    ['a command too few', (held: Record<string, unknown>[]) => held.pop()],
  ])('is written if %s differs', (_what, change) => {
    const ours = registrations;
    const theirs: Record<string, unknown>[] = ours.map((command) => ({ ...structuredClone(command) }));
    change(theirs);
    expect(isRegistered(ours, theirs)).toBe(false);
  });
});

describe('a command', () => {
  test('with suggestions for an option that it lacks is refused at once', () => {
    expect(() =>
      defineCommand({
        name: 'odd',
        options: z.strictObject({ name: z.string() }),
        suggest: { nome: () => [] },
        run: () => ({ kind: 'notice', tone: 'info', text: { key: 'chat.hello' } }),
      }),
    ).toThrow('command odd suggests for nome');
  });
});

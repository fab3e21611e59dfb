import type { Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { FollowService } from '../delivery/subscriptions/subscription-port.ts';
import type { Text } from '../errors.ts';
import type { PersonalData } from './port.ts';

export class Followed implements PersonalData {
  readonly name = 'follows';
  readonly #follows: FollowService;

  constructor(follows: FollowService) {
    this.#follows = follows;
  }

  async shown(person: Snowflake): Promise<readonly Text[]> {
    const followed = await this.#follows.followsOf(person);
    if (followed === null) return [];
    const { filters, time, zone } = followed;
    return [{ key: 'privacy.follows', values: { count: filters.length, time, zone } }];
  }

  async exported(person: Snowflake): Promise<object | null> {
    const followed = await this.#follows.followsOf(person);
    if (followed === null) return null;
    const { filters, time, zone, locale } = followed;
    return { filters, time, zone, language: locale };
  }

  forget(person: Snowflake): Promise<void> {
    return this.#follows.forget(person);
  }
}

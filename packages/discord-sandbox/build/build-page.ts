import { PageError, shipPage } from './build.ts';
import { describe, isTooHeavy, weigh } from './weigh.ts';

/** `npm run page`: builds the page that ships if it is out of date, and fails if it is too large. */
try {
  const { folder, ms } = await shipPage();
  const weight = await weigh(folder);
  console.log(ms === null ? `${folder} is up to date` : `${folder} built in ${Math.round(ms)} ms`);
  console.log(describe(weight));
  if (isTooHeavy(weight)) {
    console.error('The page is too heavy.');
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof PageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

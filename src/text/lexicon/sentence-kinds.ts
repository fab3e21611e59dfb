/** Sentences that announce code, data or a page; they answer no question about a subject. */
const WHERE_EN =
  /https?:|github|\b(?:code|models?|weights|datasets?|demos?|page)\b.{0,60}\b(?:available|released|open-?sourced?)\b/i;
const WHERE_KO =
  /(?:코드|가중치|데모|체크포인트|프로젝트 페이지|웹사이트).{0,40}(?:공개|제공|배포|확인할 수|이용 ?가능)/;

/** Commands of LaTeX that are left in a text, such as `\ours`. */
const LATEX = /\\[a-z]{2,}/i;

/** Sentences that are never quoted. */
export const UNQUOTABLE = [WHERE_EN, WHERE_KO, LATEX];

/** How sentences begin that describe the field before the paper: `While existing methods …`. */
export const FIELD =
  /^(?:however, )?(?:recent|despite|while|although|existing|current|traditional|prior|previous|in recent)\b|^(?:하지만 |그러나 )?(?:최근|기존|현재|지금까지)/i;
/** How sentences name what the paper does. */
export const OWN =
  /\b(?:we|our|this (?:paper|work|study|report))\b|(?:본|이) ?(?:논문|연구|보고서)|(?:제안|소개)(?:합니다|한다|함|하였|했)/i;

import { NUMBER, readNumber } from '../../text/number-words.ts';

/** 표 alone is a vote, but not the beginning of 표현 and 표기; nor is every 추천 one, in 추천 시스템. */
const VOTES =
  'votes?|upvotes?|upvoted|voted|liked|popular|popularity|how many (?:likes|points)|표(?![현기면준본시정적상절층류출제명])|득표|추천\\s?수|추천을?\\s*(?:몇|많이|가장|받)|많이\\s*추천|추천(?:한|된)\\s*논문|좋아요|업보트|투표\\s?수|투표를\\s*(?:몇|많이|가장|받)|인기';

const OUT =
  'list(?:ed)?|publish(?:ed)?|post(?:ed)?|released?|featured?|add(?:ed)?|submitted|appear(?:ed)?|show(?:ed|n)? up|come out|came out|uploaded|out';
const OUT_KO = '올라|실렸|실린|나왔|나온|공개|게재|등록|발표|등재|수록|소개|출판|됐';

const test = (source: string) => {
  const pattern = new RegExp(source, 'iu');
  return (text: string) => pattern.test(text);
};

/** What kind of question the words of a text show; several may be true, and who reads them asks in the right order. */
export const asks = {
  compares: test(
    `\\bvs\\.?(?=\\s)|\\bversus\\b|\\bcompare\\b|비교|보다\\s+(?:\\S+\\s+){0,2}(?:더|많|인기|높)|` +
      `\\b(?:more|higher|better|fewer|less|most|lower)\\b.*(?:${VOTES}).*\\b(?:or|than)\\b|\\b(?:which|who|what)\\b.*\\bor\\b.*(?:${VOTES}|more|higher)|\\bor\\b.*\\b(?:which|who|what)\\b.*(?:${VOTES}|more|higher)|` +
      `중(?:에서?)?\\s*(?:어느|어떤|무엇|뭐|누가|어떤\\s?게).*(?:${VOTES}|더)|중(?:에서?)?\\s+(?:\\S+\\s+){0,3}더\\s*(?:많|인기|높|적|낮)|중(?:에서?)?\\s+(?:표|득표).*더|\\s대\\s|중(?:에서?)?\\s*(?:표|득표|추천|인기)\\S*\\s*(?:더\\s*)?(?:높|많)|(?:뭐가|뭐|무엇이|어느\\s?게|어떤\\s?게|어느\\s?쪽이|누가)\\s*더|\\bmore (?:popular|upvoted|voted)\\b`,
  ),
  together: test(
    '\\b(?:together|both|jointly|joint|(?:in )?common|mutual|collaborat\\w*|co-?(?:wrote|written|author(?:ed)?)|shared?)\\b|공동|함께|같이|공저|둘\\s?다|둘이',
  ),
  coAuthors: test(
    '\\b(?:co-?authors|collaborators?)\\b|\\bco-?author of\\b|공저자|공동\\s?저자|(?:함께|같이)\\s*(?:쓴|연구한|작업한)\\s*(?:사람|저자|연구자)|\\bwho(?:m)? (?:has|did|does|have) .+ (?:work|worked|collaborated?|written|publish|published|write) with',
  ),
  authors: test(
    "^\\W*(?:(?:please|tell|me|show|do|you|know|can|and|so)\\s+)*who(?:se|['’]s)?\\b|\\bauthors?\\b|\\bby whom\\b|\\bhow many (?:people|researchers)\\b|저자|누가|누구|글쓴이|작가|(?:쓴|만든|낸|발표한|연구한|개발한|작성한|집필한)\\s*(?:사람|연구자)|\\bcreators?\\b",
  ),
  active: test(
    `\\b(?:active|prolific|productive|frequent)\\b|활발|다작|\\b(?:who|authors?|researchers?|people|names?)\\b.*\\bmost (?:papers|publications|articles|works|often)\\b|\\b(?:who|authors?|researchers?|people)\\b.*\\b(?:publish(?:ed|es)?|wr(?:ote|ites|itten)|authored|contributed|appear(?:s|ed)?)\\b.*\\bmost\\b(?! (?:up)?(?:voted?s?|liked|popular|recent))|\\bmost (?:papers|publications)\\b.*\\bauthors?\\b|\\btop\\s+(?:authors|researchers)\\b|` +
      '(?:논문|편)\\S*\\s*(?:을|를|이)?\\s*(?:가장|제일)\\s*많이?\\S*.*(?:저자|연구자|사람|누구)|(?:가장|제일)\\s*(?:논문을\\s*)?많(?:이|은)\\s*(?:논문을\\s*)?(?:쓴|발표한|낸|올린|등장한|등장하는|나온|참여한|실린|이름을)?\\s*(?:저자|연구자|사람)|누가\\s*(?:논문을\\s*)?(?:가장|제일)\\s*(?:논문을\\s*)?많이|(?:저자|연구자|사람)\\S*\\s+(?:논문을\\s*)?(?:가장|제일)\\s*(?:논문을\\s*)?많이\\s*(?:냈|썼|발표|올렸|게재|참여|나왔|등장)|(?:저자|연구자)\\s*(?:순위|랭킹)|최다\\s*(?:논문\\s*|발표\\s*|게재\\s*|등장\\s*)?(?:저자|연구자)|상위\\s*(?:\\d+명?\\s*)?저자|많이\\s*(?:쓴|발표한|낸|등장한|등장하는|나온|참여한|실린)\\s*(?:저자|연구자|사람)',
  ),
  busiest: test(
    '\\b(?:busiest|quietest|slowest|biggest|fullest)\\b|\\b(?:day|days|date|dates|month|months|digest|digests)\\b.*\\b(?:most|fewest|least|highest|lowest)\\b|\\b(?:most|fewest|least|highest|lowest)\\b.*\\b(?:day|days|date|dates|month|months)\\b|\\bwhen\\b.*\\bmost papers\\b|' +
      '(?:가장|제일)\\s*(?:\\S+\\s*){0,4}(?:날|날짜|달|월|하루)(?![가-힣]*논문)(?:은|이|는|을)?|바쁜|바빴던|(?:어느|어떤|무슨)\\s*(?:날|달|월)\\S*\\s+.*(?:가장|제일)',
  ),
  months: test(
    '\\bmonths?\\b|(?:어느|어떤|무슨|많은|많았던|적은|적었던|바쁜|바빴던|온|나온|올라온|받은|모은|얻은)\\s*(?:달|월)',
  ),
  least: test(
    '\\b(?:least|fewest|lowest|quietest|slowest|worst|bottom|unpopular)\\b|적은|적게|적었던|낮은|최저|최소|꼴찌|조용|못\\s?받',
  ),
  listed: test(
    `\\b(?:when|what day|which day|what date|which date)\\b.*\\b(?:${OUT})\\b|\\b(?:publication|listing|release|posting) date\\b|\\bdate (?:of|for)\\b|몇\\s?월\\s?며칠|` +
      `(?:언제|며칠).*(?:${OUT_KO})|(?:${OUT_KO})\\s*(?:날|날짜|일자|게|것은|건|때)|(?:날짜|일자|등록일|게재일|등재일|수록일|공개일|발표일)`,
  ),
  oldest: test(
    '\\b(?:earliest|oldest)\\b|\\bfirst\\s+(?:ever\\s+)?(?:papers?|publications?|articles?)\\b(?! (?:in|of) (?:the )?(?:ranking|list|votes))|(?:가장|제일)\\s?(?:오래된|먼저|처음)|최초의?\\s*논문|첫\\s?(?:번째\\s*)?논문|맨\\s?처음|처음(?:으로)?\\s*(?:올라온|나온|실린|등록된|소개된|공개된)',
  ),
  votes: test(`(?:^|[^가-힣]|(?<=몇))(?:${VOTES})`),
  count: test(
    '\\bhow (?:many|often)\\b|\\bnumber of\\b|\\bcount\\b|\\bhow much\\b|\\bsum\\b|합계|총합|\\btotal\\b|몇\\s?(?:편|개|건|명|번|표|일)|며칠|얼마나|개수|갯수|총\\s|수는|(?:논문|저자|추천|표)\\s?수(?=\\s|$)|숫자|편수',
  ),
  top: test(
    `\\b(?:top|best|most|highest|(?<!how )popular|trending|hottest|topped|winn(?:er|ing)|won|greatest|biggest|leading|leaderboard|rankings?|charts?|favou?rite|number[- ]one|#1)\\b|가장|제일|최고|최다|상위|인기(?!\\S*\\s*(?:얼마나|어느))|1위|순위|랭킹|베스트|탑|핫한|핫했던|뜨는|뜨거운|화제의?|인기순|득표순|표\\s?순|추천순`,
  ),
  latest: test(
    '\\b(?:latest|newest|recent|recently|lately|most recent|new)\\b|\\blast (?:papers?|ones?|publications?)\\b|마지막|최신|최근|새로운|새로\\s?나온|신규|신작',
  ),
  papers: test(
    "\\b(?:papers?|publications?|articles?|works?|studies|preprints?|publish(?:ed)?|wr(?:ote|itten|ite)|listed|digests?|authored|papers?'?s)\\b|논문|다이제스트|발표|쓴|썼|연구",
  ),
  /** What is not counted: of years, weekdays and people, by shares and means, and what came first. */
  beyond: test(
    '\\b(?:most|fewest|more|least|many) (?:co-?)?authors\\b(?=.*\\bpapers?\\b)|\\bpapers?\\b.*\\b(?:most|fewest|least) (?:co-?)?authors\\b|저자\\s?(?:수)?(?:가|는|이)?\\s*(?:가장|제일)\\s*(?:많은|적은|많았던)|' +
      '\\b(?:average|mean|median|percent(?:age)?|ratio|share of|per (?:day|week|month|year|paper|author))\\b|평균|중앙값|비율|퍼센트|월별|일별|연도별|주별|요일|' +
      '\\b(?:which|what) (?:years?|weekdays?|weeks?)\\b|\\b(?:day|days) of the week\\b|(?:몇\\s?년|어느\\s?해|어떤\\s?해|몇\\s?주차)|(?:많은|많았던|적은|적었던)\\s?해|' +
      `\\bfirst\\b(?!\\s*(?:ever\\s*)?(?:authors?|papers?|publications?|articles?|${NUMBER})\\b)|최초(?!의?\\s*논문)|첫(?!\\s?(?:번째\\s*)?논문)|` +
      '%|\\bwho (?:up)?voted\\b|누가\\s*(?:추천|투표)|\\bwill\\b.*\\b(?:have|get|be|receive|reach)\\b|\\b(?:each|every|by) (?:day|week|month|quarter|year|weekday|author)\\b|매일|매주|매월|매달|매년|해마다|달마다|날마다|저자별',
  ),
  /** What parts two names otherwise than together. */
  apart: test('\\b(?:or|vs|versus|than|without|not|except|excluding|but)\\b|보다|말고|제외|빼고|없이'),
};

/** The first is no place: `the most voted paper` says the same. */
const PLACE_WORDS = ['second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const LIMITS: readonly RegExp[] = [
  new RegExp(`\\b(?:top|first|best|leading)[ -]?(${NUMBER})\\b`, 'iu'),
  new RegExp(
    `\\b(${NUMBER})\\s+(?:of the\\s+)?(?:most|best|top|highest|least|fewest|busiest|latest|newest|oldest|earliest|recent|lowest|quietest|papers|publications|authors|researchers|days|articles|works)`,
    'iu',
  ),
  new RegExp(
    `(?:상위|탑|톱|top|최신|최근|베스트)\\s?(${NUMBER})(?:\\s?(?:개|편|위|명|건|곳|일))?(?:만|을|의|를)?`,
    'iu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{N}.])(${NUMBER})\\s?(?:편|개|건|가지|명|위까지|곳)(?!\\s?(?:의?\\s?저자|이상))(?:만|을|의|를|은|이|씩)?`,
    'u',
  ),
];

/** How many a question wants, and the question without it. */
export function takeLimit(text: string): { readonly limit: number | null; readonly text: string } {
  for (const pattern of LIMITS) {
    const match = pattern.exec(text);
    const limit = readNumber(match?.[1] ?? '');
    if (match === null || limit === null || limit === 0) continue;
    const word = match[1] ?? '';
    return { limit, text: text.replace(match[0], match[0].replace(word, '')) };
  }
  return { limit: null, text };
}

/** Places that are asked for: `the third most upvoted`, `runner-up`, `2위`, `세 번째로`. */
const PLACES: readonly RegExp[] = [
  new RegExp(`\\b(?:the\\s+)?(${PLACE_WORDS.join('|')}|\\d{1,2}(?:st|nd|rd|th))[ -]place\\b`, 'iu'),
  new RegExp(
    `\\b(?:the\\s+)?(${PLACE_WORDS.join('|')}|\\d{1,2}(?:st|nd|rd|th))[ -](?=(?:most|best|highest|least|fewest|lowest|newest|latest|top|place|ranked|paper)\\b)`,
    'iu',
  ),
  /\b(runner)[- ]?up\b/iu,
  new RegExp(
    `\\b(?:came|placed|finished|ranked|is|was)\\s+(?:in\\s+)?(${PLACE_WORDS.join('|')})\\b(?! (?:author|on the list of authors))`,
    'iu',
  ),
  /(?:\b(?:ranked|rank|number|no\.?)\s?|#)(\d{1,2})\b(?=\s*(?:paper|in|of|on|$))/iu,
  /(?<![\p{L}\p{N}.])(\d{1,2})\s?(?:위|등|번째)(?!\s?(?:까지|부터|저자|이내|안))(?:로|인|에|를|을|한|의|는|은|가|이)?/u,
  /(?<!\p{L})(두|세|네|다섯|여섯|일곱|여덟|아홉|열)\s?번째(?!\s?(?:저자|주|달))(?:로|의|는|은)?/u,
];

/** Which one of a ranking a question wants, counted from 1, and the question without it. */
export function takePlace(text: string): { readonly place: number | null; readonly text: string } {
  for (const pattern of PLACES) {
    const match = pattern.exec(text);
    const place = placeOf((match?.[1] ?? '').toLowerCase());
    if (match !== null && place > 0) return { place, text: text.replace(match[0], ' ') };
  }
  return { place: null, text };
}

function placeOf(word: string): number {
  if (word === 'runner') return 2;
  const written = PLACE_WORDS.indexOf(word);
  return written >= 0 ? written + 2 : (readNumber(word.replace(/(?:st|nd|rd|th)$/, '')) ?? 0);
}

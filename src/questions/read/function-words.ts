/**
 * The words a question is built of around what it is about. Taking them off both ends of `who are the authors of
 * VisionZip` leaves `VisionZip`; what is left over and no name or title makes a question none that facts answer.
 */
const ENGLISH: ReadonlySet<string> = new Set(
  (
    'a an the of in on at by from for to with and is are was were be been being am do does did has have had having ' +
    'get gets got gotten receive receives received collect collected earn earned gain gained who whom whose what ' +
    "what's who's when when's where which how many much number numbers count counts total totals amount paper papers " +
    'publication publications article articles work works study studies preprint preprints title titles called ' +
    'titled named entitled author authors coauthor coauthors co-author co-authors researcher researchers writer ' +
    'writers scientist scientists people person person’s name names write writes wrote written writing authored ' +
    'publish publishes published release releases released list lists listed listing post posts posted feature ' +
    'features featured appear appears appeared submit submitted upload uploaded add added out come comes came make ' +
    'makes made create created produce produced behind vote votes upvote upvotes upvoted voted like likes liked point ' +
    'points popular popularity rank ranks ranked most top best highest highly least fewest lowest number-one ' +
    'please tell me show give us find display can could would you i we want need know let see like all any anything ' +
    'something every each there it its that this these those one ones ever so far until now currently overall ' +
    'together both joint jointly between same day days date dates digest digests daily archive here database bot ' +
    'more than fewer less higher lower new newest latest recent recently first last again just only exactly ' +
    'about-how their they them he she his her active prolific productive busiest quietest month months week weeks ' +
    'year years different unique distinct then or and/or entries entry items item held hold holds available exist ' +
    'popularly trending hot favorite favourite result results share shares shared collaborate collaborated working worked ' +
    'compare compared coauthored co-authored cowrote co-wrote everything pls plz all-time ' +
    "i'd i'm i've id im w/ as up look pull fetch check often times stuff thing things lately end ended creator creators wondering curious help hey hi hello thanks " +
    'thank kindly may must should will shall if whether ok okay so well already yet still also too ' +
    'some such distinct separate sum altogether combined full complete entire whole ranking leaderboard ' +
    'winner won win winning leading greatest biggest bottom worst ' +
    "cast won topped contribute contributed contributes looking everyone's everybody's people's community community's  " +
    'slowest oldest earliest hottest shown showed landed dropped went back credited authorship byline exactly '
  ).split(' '),
);

/** A subject follows: no author and no title. */
const ABOUT =
  /^(?:about|regarding|concerning|related|dealing|focused|focusing|using|covering|involving|mentioning|discussing|that)\s/i;

/** Whether what is left over is a subject (`papers on diffusion`) by the words that lead to it. */
export function isSubject(text: string, { start, text: rest }: Rest): boolean {
  if (/^[\ue000-\ue0ff]/.test(rest)) return false;
  return ABOUT.test(rest) || /\b(?:on|for)\s*$/i.test(text.slice(0, start));
}

const PARTICLES =
  '(?:은|는|이|가|을|를|의|에|에서|에는|에서는|에게|와|과|랑|이랑|하고|도|만|로|으로|들|들은|들이|들을|들의|께서|부터|까지|보다|중|마다)?';
const ASKED =
  '(?:야|이야|인|인가|인가요|인지|인데|였어|였지|였죠|였나|였나요|였니|였더라|이었어|이었지|이었죠|이었나요|이었더라|더라|이더라|던가|던가요|예요|이에요|에요|입니까|일까|일까요|이지|지|죠|이죠|니|냐|이니|나|나요|요|이고|임)?';

const KOREAN: readonly RegExp[] = [
  `(?:논문|연구|작품|대표작|인기작|히트작)(?:들|수)?${PARTICLES}${ASKED}`,
  `(?:저자|저자분|성함|분|하루|작가|글쓴이|연구자|연구원|사람|공저자|공동저자|필자|저자명|저자진)(?:들)?${PARTICLES}${ASKED}`,
  '(?:쓴|썼던|뜨는|뜨거운|화제의|작성한|작성된|발표한|발표된|발표했던|낸|저술한|집필한|공저한|게재한|게재된|올린|올라온|실린|나온|등록된|소개된|공개된|공개한|출판한|출판된|참여한|만든|연구한|등재된|수록된|있는|있던|받은|추천한|추천된|추천받은|얻은|가진|기록한|획득한|올랐던|등장한|등장하는|등장했던|함께한|같이한|함께했던|참여했던|나왔던|올라왔던|실렸던|있었던|뜬|업로드된|업로드한|포스팅된)',
  '(?:썼|올렸|실었|참여했|발표했|발표됐|발표되었|냈|나왔|올라왔|실렸|공개됐|공개되었|게재됐|게재되었|등록됐|등록되었|소개됐|소개되었|받았|얻었|있었|있|되|됐|썼었|출판됐|올랐|등재됐|수록됐|수록되었|만들었|참여했|등장했|떴|업로드됐|업로드되었|많았|적었|높았|좋았|넘었)(?:어|어요|나|나요|니|지|죠|습니까|을까|을까요|는지|었는지|는가|는가요|던가요|던|더라|다)?',
  `인기(?:가|는|도)?(?:있|많|좋|높)(?:은|는|던|었던|았던|어|었어|았어|었지|았지|어요|나요|았나요)?`,
  '핫(?:한|했던)',
  `(?:게재|등록|등재|공개|발표|수록|업로드)(?:일|일자|날짜)${PARTICLES}${ASKED}`,
  `(?:교수|박사|선생|연구원)(?:님)?${PARTICLES}`,
  `(?:득표|득표수|표|표수|투표|투표수|추천|추천수|좋아요|업보트|득표율|합계|합|합쳐서|합치면|합하면|더하면|총합)${PARTICLES}${ASKED}`,
  `(?:가장|제일|최고의|최고|최다|많이|많은|많아|많았어|많았던|높은|낮은|적은|적게|인기|인기있는|있는|인기가|상위|순위|순으로|순서로|순서대로|추천순|베스트|탑|톱|득표순|표순|인기순|최신순|추천순으로|득표순으로|인기순으로|최신순으로|역대|사상|몇|편|편이|편의|편을|편만|편은|편이나|편이야|편인가요|편이었어|편이었나요|개|개의|개를|개만|개야|개나|명|명이|명의|명을|명이야|명인가요|표야|표나|장|건|총|모두|전체|전부|다|수|수는|개수|개수는|갯수|숫자|각각|얼마나|얼마|몇개)${ASKED}`,
  '(?:몇\\s?)?(?:편|개|명|표|건|번)(?:이|의|을|를|은|만|이나|나)?(?:야|이야|인가요|인가|이었어|이었나요|일까|일까요|있어|있나요|이지|이니|임|이냐|냐|예요|에요|이에요|였어|였지|였나요|인지|죠|이죠)?',
  `(?:누구|누가|언제|며칠|며칠치|무엇|뭐뭐|뭐|뭘|무슨|어떤|어느|어떻게|어디|뭔|무엇무엇|몇월|어느쪽|쪽)${PARTICLES}${ASKED}`,
  '(?:뭔가요|뭐야|뭐지|뭐예요|뭐가|뭐니|누군가요|누군지|누구누구|언젠가요|뭔지|무엇인가요|되나요|되니|돼|돼요|되지|됩니까|될까|될까요|됐어|된|되는지|있어|있어요|있었어|있었나요|있었지|있나|있나요|있니|있습니까|있을까|있는지|있지|없어|없나요)',
  '(?:알려|보여|찾아|말해|골라|뽑아|꼽아|보내|불러|추천해|정리해|나열해|설명해|소개해|확인해|검색해|세어|계산해|목록|가르쳐|부탁해|부탁드려|부탁합니)(?:주실|주시겠어요|주시면|주십시오|드릴|줘|줘봐|요|다|줘요|주세요|줄래|주라|줄|다오|주실래요|봐|달라)?',
  `(?:줘|주세요|줄래|볼래|보고|알고|부탁|부탁해|하나|하나만|당시|해당|대비|해줘|해주세요|해|싶어|싶어요|궁금해|궁금해요|궁금합니다|좀|제발|혹시|더|못|비교|비교해|비교해줘|그럼|그|이|저|이거|그거|뭐|한|(?:것|거|꺼|건|게|것들|거들|걸)(?:만|들|은|는|을|를|이|도|부터|야|요)?|중|중에|중에서|가운데|동안|기간|기간에|사이|사이에|함께|같이|공동|공동으로|공저|둘|둘이|둘이서|둘다|두|사람이|새|새로|새로운|신규|최신|최신의|최근|최근에|최근의|가장최근|아카이브|아카이브에|아카이브에는|아카이브에서|아카이브의|여기|여기에|데일리|페이퍼|제목|제목은|제목이|날|날은|날이|날짜|날짜는|날짜가|일자|일자는|하루|하루는|달|달은|달이|달에|날에|월|처음|처음으로|먼저|오래된|최초|최초의|첫|첫번째|맨|크게|정말|진짜|이겨|이겼어|이길까|활발한|활발하게|다작한|바쁜|바빴던|리스트|요약|자료|지금까지|마지막|마지막으로|현재|현재까지|통틀어|대해|이름|이름은|이름이|은|는|이|가|을|를|의|와|과|에|에서|순|위|위는|위를|일)`,
  `(?:가장|제일)?(?:활발|다작|다수)(?:한|하게|로)?`,
  `(?:목록|리스트|명단|순위|랭킹|현황|집계|다이제스트|호)${PARTICLES}`,
].map((source) => new RegExp(`^(?:${source})$`, 'u'));

/** Whether a word belongs to the frame. */
export function isFrame(word: string): boolean {
  const bare = word.toLowerCase().replace(/^[^\p{L}\p{N}\p{Co}]+|[^\p{L}\p{N}\p{Co}]+$/gu, '');
  if (bare === '') return true;
  if (ENGLISH.has(bare) || ENGLISH.has(bare.replace(/['’]s$/, ''))) return true;
  return KOREAN.some((form) => form.test(bare));
}

function isLarge(word: string): boolean {
  return /^\p{Lu}\p{Ll}*[?!.,]?$/u.test(word) && word !== 'I';
}

/** What is left when the frame is taken off both ends, and where it begins in the text. */
export interface Rest {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Takes the frame off both ends; what stands in quotes stays whole. */
export function strip(text: string): Rest {
  const words = [...text.matchAll(/["“”«»'‘’]\p{L}[^"“”«»]*["“”«»'‘’](?=[\s?!.,]|$)|\S+/gu)];
  let from = 0;
  let to = words.length - 1;
  const at = (index: number) => words[index]?.[0] ?? '';
  while (from <= to && isFrame(at(from))) from++;
  while (to >= from && isFrame(at(to))) to--;
  // `Qian He` and `Chenyu You` end like sentences do: written large beside a name, such a word is part of it.
  while (from <= to && isLarge(at(to)) && isLarge(at(to + 1))) to++;
  while (from <= to && from > 1 && isLarge(at(from)) && isLarge(at(from - 1))) from--;
  if (from > to) return { text: '', start: text.length, end: text.length };
  const start = words[from]?.index ?? 0;
  const end = (words[to]?.index ?? 0) + at(to).length;
  return { text: text.slice(start, end), start, end };
}

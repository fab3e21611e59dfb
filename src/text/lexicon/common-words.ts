/**
 * Stems so frequent in the field that a summary of another paper shares them by chance. Chosen by hand from the
 * words that titles of all eras have most often.
 */
export const FREQUENT: ReadonlySet<string> = listed(`
  accurac accuracy adapt adaptive adversarial agent align alignment answer architect architecture attent
  attention audio autom automat automated automatic autonom build capabl captur capture challeng challenge
  classif classification classifier code collaborat complex compress compression content context contrast
  contrastive control correct correction cost decis decision decod decoder demonstrat dense design detect
  detection diffus diffusion dimension distribut distribution divers diverse domain dynam dynamic embed
  embedding encod encoder environ environment error exampl example experi expert extract extraction featur
  feature flexibl flexible foundat foundation global gradient graph human imag image impact infer inference
  inform information instruct instruction integrat interact interactive iterat knowledg knowledge layer
  level limit linear local long low math mathemat memory meta modal multimodal natur natural noise object
  optim optimal optimiz optimization order paramet parameter part polic policy practic practice predict
  prediction prefer preference prior process processing qualit quality question rate real reason reasoning
  recogn recognition reinforc reinforcement represent representation research resolut resolution resourc
  resource robot robust scale scene search select selective sequenc sequence small sparse spatial speech
  stage strateg strategies structur structure synthes synthesis synthetic temporal test text time token
  transform transformer tun tuned tuning user video vision visual web world
`);

/** Words of titles that tell nothing about what a paper is about, and those that nearly every title has. */
export const EMPTY: ReadonlySet<string> = listed(`
  a abilities ability across advanced advancing ai all almost along also among an analysis and any anything
  application applications approach approaches are art artificial as at aware based be benchmark
  benchmarking benchmarks best better between beyond bridging building but by can cannot capabilities
  capability case closing comprehensive cross data dataset datasets deep do does don driven each easier easy
  effective effectively efficiency efficient efficiently empowering enabling end enhance enhanced enhancing
  evaluate evaluating evaluation every everything exploration explore exploring far fast faster few fine
  first for framework frameworks free from fully gap general generate generating generation generative good
  grained guided has have high highly holistic how if improve improved improves improving in insights
  intelligence into introducing investigating is it its just key know language languages large learn learned
  learning learns less let leveraging like llm llms lm lms look machine made make makes making many matter
  matters method methods mllm mllms model modeling modelling models more most multi multiple need needs
  network networks neural new next no not novel now of off on one only open or our over own paper per
  performance potential pre problem problems really report research rethinking revisiting scalable scale
  scaling self shot should show simple single so solution solutions something source state step steps still
  strong studies study system systems task tasks technical technique techniques than that the their them
  there these they think this those three through to too toward towards train trained training two under
  understand understanding unlocking unveiling up upon use used using versus via vlm vlms vs was way ways we
  well what when where which while who why will with within without yet you your zero
`);

/** Words that any abstract has, whatever it is about. */
export const PROSE: ReadonlySet<string> = listed(`
  about above achieve achieved achieves achieving additionally address addresses addressing after again aim
  aims although among amount another around available been before behind being both can code come comes
  comparable compare compared consist consistently contains contribute could critical crucial current
  currently demonstrate demonstrated demonstrates demonstrating despite develop developed development
  develops did different directly due during e eg either emerged enable enables enabling ensure ensures
  especially establish et etc even existing experiment experimental experiments extensive facilitate few
  field find finding findings following for found four from further furthermore gains github given had has
  having hence here however http https i ie important importantly include includes including increase
  increasing increasingly instance instead introduce introduced introduces introducing investigate issue
  issues its itself lack largely leading leads level leverage leverages like limitation limitations limited
  main mainly many may might moreover most much must namely nearly necessary need needed never notably often
  only operate order other others otherwise our out outperform outperforming outperforms overall part
  particular particularly perform performs plays possible present presented presents prior project promising
  propose proposed proposes provide provided provides providing publicly range rather recent recently reduce
  reduced reducing related release released remain remains remarkable require required requires respectively
  result resulting results reveal reveals role same several show showing shown shows significant
  significantly similar simply since six some specific specifically state substantial substantially such
  suffer suggest superior support surpass surpasses surpassing then thereby therefore thus together top
  total type types typically unlike usually utilize utilized utilizes utilizing validate variety various
  wide widely work works would yet
`);

/**
 * What a summary talks about that was made up without its paper, one pattern a subject; the text is in lower case.
 */
export const STOCK: readonly RegExp[] = [
  /transformer|트랜스포머/,
  /\bnlp\b|자연어 처리|natural language processing/,
  /\bcnns?\b|convolutional neural|합성곱 신경망|컨볼루/,
  /\bgans?\b|generative adversarial|적대적 신경망|적대적 생성|생성적 적대/,
  /\bbert\b/,
  /\bgpt-3\b/,
  /강화 ?학습|reinforcement learning/,
  /이미지 분류|image classification|객체 감지|객체 검출|객체 인식|object detection/,
  /arxiv|아카이브/,
  /새로운 (?:인공지능|ai|딥러닝|머신러닝|머신 러닝|기계 학습|신경망|알고리즘|학습 알고리즘|모델을 제안)/,
  /\blstm\b|\brnns?\b|recurrent neural/,
  /데이터 증강|data augmentation/,
  /자율 주행|의료 영상/,
  /attention mechanism|어텐션 메커니즘|주의 메커니즘/,
];

function listed(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}

/**
 * Other names of organizations, one line each: the names that Hugging Face has, then `=`, then what people type for
 * them, with `;` between names. An organization that is called exactly as typed goes before all of these. Case, spaces
 * and punctuation do not matter. A name that no paper has does no harm.
 */
const LINES = `
NVIDIA = 엔비디아; nvidia research; nvidia corporation
Google = 구글
Google Research = 구글 리서치
Deepmind; Google Deepmind = 딥마인드; 구글 딥마인드; google deepmind
AI at Meta; Meta Research; Meta; Facebook = 메타; meta; meta ai; meta research; facebook; facebook ai; fair; 페이스북; 메타 ai
Microsoft = 마이크로소프트; 마소; ms; 엠에스; msft
Microsoft Research = 마이크로소프트 리서치; 마이크로소프트 연구소; msr
ByteDance = 바이트댄스; 틱톡; tiktok
ByteDance Seed = 바이트댄스 시드; seed
Tencent = 텐센트
Tencent Hunyuan = 훈위안; 텐센트 훈위안; hunyuan
alibaba-inc; Alibaba; Alibaba Group = 알리바바; alibaba; alibaba group
TongyiLab; Tongyi-MAI; Tongyi Lab = 통이; tongyi
Qwen = 큐원; 콰원; qwen team; 큐웬
Ant Group = 앤트그룹; 앤트 그룹
DAMO Academy = 다모 아카데미; damo
BAIDU; Baidu = 바이두
Huawei; HUAWEI Noah's Ark Lab = 화웨이; huawei
Xiaomi = 샤오미
Kling Team; Kolors Team; Kuaishou Technology = 콰이쇼우; kuaishou; kling
meituan; LongCat = 메이투안; meituan
StepFun; StepFun AI = 스텝펀
Z.ai; zai-org; Zhipu AI = 지푸; zhipu; glm
Moonshot AI = 문샷; 문샷 ai; moonshot; kimi
DeepSeek = 딥시크; deepseek ai
MiniMax = 미니맥스
OpenAI = 오픈에이아이; 오픈ai
Anthropic = 앤트로픽; 앤쓰로픽; 엔트로픽
Apple = 애플
Amazon = 아마존; aws; amazon science
IBM Research; IBM; IBM Granite = ibm; 아이비엠
Intel; Intel Labs = 인텔
AMD = 에이엠디
Qualcomm; Qualcomm AI Research = 퀄컴
Adobe; Adobe Research = 어도비; adobe
Salesforce; Salesforce AI Research = 세일즈포스; salesforce
Snowflake = 스노우플레이크
Snap Research; Snap Inc = 스냅; snap
ServiceNow; ServiceNow AI = 서비스나우
Samsung Research; Samsung; Samsung AI = 삼성; 삼성전자; 삼성리서치; samsung
LG AI Research = lg; 엘지; lg ai연구원; lg 인공지능연구원; lg ai
NAVER; NAVER AI Lab; NAVER Cloud; naver-ai = 네이버; naver
Kakao; Kakao Brain; Kakao Corp = 카카오; kakao
SK Telecom = sk텔레콤; skt
NCSOFT; NC AI = 엔씨소프트; ncsoft
KRAFTON; KRAFTON AI = 크래프톤; krafton
upstage = 업스테이지
FuriosaAI = 퓨리오사; 퓨리오사ai
Mistral AI_; Mistral AI = 미스트랄; mistral
Hugging Face; Hugging Face TB Research = 허깅페이스; hugging face; 허깅페이스팀
Ai2; Allen Institute for AI = 앨런 인공지능 연구소; allen ai; allen institute; allenai
Sakana AI = 사카나
KAIST AI; KAIST = 카이스트; kaist; 한국과학기술원
Seoul National University = 서울대; 서울대학교; snu
Yonsei University = 연세대; 연세대학교; yonsei
Korea University = 고려대; 고려대학교
POSTECH = 포스텍; 포항공대
UNIST = 유니스트
Sungkyunkwan University = 성균관대; 성균관대학교; skku
Tsinghua University = 칭화대; 칭화대학교; thu; tsinghua
Peking University = 베이징대; 북경대; 베이징대학교; pku; peking
Zhejiang University = 저장대; 절강대; zju; zhejiang
Fudan University = 푸단대
Nanjing University = 난징대; nju
Renmin University of China = 런민대; 인민대; ruc
Beihang University = 베이항대; buaa
Shanghai Jiao Tong University = 상하이교통대; 상해교통대; sjtu
shanghai ailab; Shanghai AI Laboratory = 상하이 ai 연구소; 상하이 인공지능 연구소; shanghai ai lab; shanghai ai laboratory
Beijing Academy of Artificial Intelligence = 베이징 인공지능 연구원; baai
University of Science and Technology of China = 중국과학기술대; ustc
Chinese Academic of Science Institute of Automation; Chinese Academy of Sciences = 중국과학원; cas; casia
The University of Hong Kong; University of Hong Kong = 홍콩대; hku; university of hong kong
The Chinese University of Hong Kong = 홍콩중문대; cuhk
HKUST; The Hong Kong University of Science and Technology = 홍콩과기대; hkust
The Hong Kong Polytechnic University = 홍콩이공대; polyu
National University of Singapore = 싱가포르국립대; 싱가포르 국립대; nus
Nanyang Technological University; Nanyang Technological University Singapore = 난양공대; ntu
Mohamed Bin Zayed University of Artificial Intelligence = mbzuai
Massachusetts Institute of Technology = mit; 매사추세츠공대; 엠아이티
Stanford University; Stanford = 스탠퍼드; 스탠포드; stanford
UC Berkeley; University of California, Berkeley = 버클리; berkeley; 캘리포니아대 버클리
Carnegie Mellon University = 카네기멜런; 카네기멜론; cmu
Princeton University = 프린스턴; princeton
Harvard University = 하버드; harvard
Yale University = 예일; yale
Columbia University = 컬럼비아대; columbia
University of Washington = 워싱턴대; uw
University of Oxford = 옥스퍼드; oxford
University of Cambridge = 케임브리지; cambridge
ETH Zurich = 취리히공대; 취리히 연방공대; eth; ethz
University of Illinois at Urbana-Champaign = uiuc; 일리노이대
University of California, Los Angeles = ucla
University of California at San Diego = ucsd; uc san diego
University of Southern California = usc
Georgia Institute of Technology = 조지아텍; georgia tech
University of Maryland College Park = 메릴랜드대; umd
University of Wisconsin - Madison = 위스콘신대; uw madison
The University of Tokyo = 도쿄대; university of tokyo
xAI = 엑스에이아이
`;

/** The names of one organization as papers have them, and what people type for it. */
export interface OtherNames {
  readonly own: readonly string[];
  readonly typed: readonly string[];
}

export const OTHER_NAMES: readonly OtherNames[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const [own = [], typed = []] = line
      .split('=')
      .map((names) => names.split(';').map((name) => name.trim()));
    return { own, typed };
  });

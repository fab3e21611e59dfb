/**
 * What people call a zone besides its IANA name and city: abbreviations, countries, other cities, Korean. The most
 * asked for first; suggestions come in this order. An abbreviation that several places use with different clocks is
 * not here but in `SHARED_ABBREVIATIONS`.
 */
export const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Seoul':
    'KST, korea, south korea, republic of korea, busan, 한국, 대한민국, 서울, 부산, 인천, 대전, 판교',
  UTC: 'GMT, Z, zulu, universal, coordinated universal, greenwich, 세계, 협정 세계시, 그리니치',
  'America/New_York':
    'EST, EDT, ET, eastern, us eastern, NYC, boston, washington, washington dc, atlanta, miami, philadelphia, pittsburgh, princeton, 미국 동부, 동부, 뉴욕, 보스턴, 워싱턴, 애틀랜타, 마이애미, 필라델피아, 피츠버그',
  'America/Los_Angeles':
    'PDT, PT, pacific, us pacific, LA, san francisco, SF, bay area, silicon valley, seattle, san diego, las vegas, portland, palo alto, mountain view, 미국 서부, 서부, 로스앤젤레스, 엘에이, 샌프란시스코, 실리콘밸리, 시애틀, 샌디에이고, 라스베이거스',
  'Europe/London':
    'UK, united kingdom, great britain, britain, england, scotland, cambridge, oxford, edinburgh, 영국, 런던, 케임브리지, 옥스퍼드, 에든버러',
  'Europe/Paris': 'CET, CEST, central european, france, 프랑스, 파리, 중앙유럽',
  'Europe/Berlin':
    'MEZ, MESZ, MEST, germany, deutschland, munich, frankfurt, hamburg, cologne, tübingen, 독일, 베를린, 뮌헨, 프랑크푸르트, 함부르크',
  'Asia/Tokyo': 'JST, japan, osaka, kyoto, 일본, 도쿄, 동경, 오사카, 교토, 후쿠오카',
  'Asia/Shanghai':
    'china, PRC, china standard, beijing, peking, shenzhen, hangzhou, guangzhou, 중국, 베이징, 북경, 상하이, 상해, 선전, 항저우, 광저우',
  'Asia/Singapore': 'SGT, 싱가포르',
  'Asia/Hong_Kong': 'HKT, 홍콩',
  'Asia/Taipei': 'taiwan, 대만, 타이완, 타이베이, 타이페이',
  'Asia/Kolkata':
    'india, delhi, new delhi, mumbai, bombay, bangalore, bengaluru, hyderabad, chennai, calcutta, 인도, 델리, 뉴델리, 뭄바이, 벵갈루루, 콜카타',
  'America/Chicago':
    'CT, central, us central, houston, dallas, austin, minneapolis, 미국 중부, 중부, 시카고, 휴스턴, 댈러스, 오스틴',
  'America/Denver': 'MDT, MT, mountain, us mountain, salt lake city, 미국 산악, 덴버',
  'America/Phoenix': 'arizona, 피닉스, 애리조나',
  'America/Toronto': 'montreal, ottawa, waterloo, quebec, 토론토, 몬트리올, 오타와',
  'America/Vancouver': '밴쿠버',
  'America/Halifax': 'ADT, atlantic',
  'America/Anchorage': 'AKST, AKDT, alaska, 알래스카',
  'Pacific/Honolulu': 'HST, hawaii, 하와이, 호놀룰루',
  'America/Sao_Paulo': 'BRT, rio, rio de janeiro, brasilia, 상파울루, 리우데자네이루, 브라질리아',
  'America/Argentina/Buenos_Aires': 'ART, argentina, 아르헨티나, 부에노스아이레스',
  'America/Mexico_City': '멕시코시티',
  'America/Bogota': 'COT, colombia, 콜롬비아, 보고타',
  'America/Santiago': 'CLT, CLST, chile, 칠레, 산티아고',
  'America/Lima': 'PET, peru, 페루, 리마',
  'Europe/Madrid': 'spain, barcelona, 스페인, 마드리드, 바르셀로나',
  'Europe/Rome': 'italy, milan, 이탈리아, 로마, 밀라노',
  'Europe/Zurich': 'switzerland, geneva, lausanne, 스위스, 취리히, 제네바',
  'Europe/Amsterdam': 'netherlands, holland, 네덜란드, 암스테르담',
  'Europe/Brussels': 'belgium, 벨기에, 브뤼셀',
  'Europe/Vienna': 'austria, 오스트리아, 빈',
  'Europe/Stockholm': 'sweden, 스웨덴, 스톡홀름',
  'Europe/Oslo': 'norway, 노르웨이, 오슬로',
  'Europe/Copenhagen': 'denmark, 덴마크, 코펜하겐',
  'Europe/Helsinki': 'finland, 핀란드, 헬싱키',
  'Europe/Warsaw': 'poland, 폴란드, 바르샤바',
  'Europe/Prague': 'czechia, czech republic, 체코, 프라하',
  'Europe/Budapest': 'hungary, 헝가리, 부다페스트',
  'Europe/Athens': 'EET, EEST, greece, 그리스, 아테네',
  'Europe/Bucharest': 'romania, 루마니아',
  'Europe/Lisbon': 'WET, WEST, portugal, 포르투갈, 리스본',
  'Europe/Dublin': 'ireland, 아일랜드, 더블린',
  'Europe/Kyiv': 'ukraine, kiev, 우크라이나, 키이우',
  'Europe/Istanbul': 'TRT, turkey, türkiye, ankara, 튀르키예, 터키, 이스탄불',
  'Europe/Moscow': 'MSK, saint petersburg, 모스크바',
  'Asia/Jerusalem': 'IDT, israel, tel aviv, haifa, 이스라엘, 예루살렘, 텔아비브',
  'Asia/Dubai': 'UAE, united arab emirates, abu dhabi, 아랍에미리트, 두바이, 아부다비',
  'Asia/Riyadh': 'saudi arabia, 사우디아라비아, 리야드',
  'Asia/Tehran': 'iran, 이란, 테헤란',
  'Asia/Karachi': 'PKT, pakistan, 파키스탄',
  'Asia/Dhaka': 'bangladesh, 방글라데시',
  'Asia/Kathmandu': 'NPT, nepal, 네팔, 카트만두',
  'Asia/Bangkok': 'ICT, thailand, 태국, 방콕',
  'Asia/Ho_Chi_Minh': 'vietnam, hanoi, saigon, 베트남, 호찌민, 하노이',
  'Asia/Manila': 'PHT, philippines, 필리핀, 마닐라',
  'Asia/Kuala_Lumpur': 'MYT, malaysia, 말레이시아, 쿠알라룸푸르',
  'Asia/Jakarta': 'WIB, 자카르타',
  'Australia/Sydney': 'AET, AEST, AEDT, canberra, 시드니, 캔버라',
  'Australia/Melbourne': '멜버른',
  'Australia/Brisbane': '브리즈번',
  'Australia/Adelaide': 'ACST, ACDT',
  'Australia/Perth': 'AWST, 퍼스',
  'Pacific/Auckland': 'NZST, NZDT, new zealand, wellington, 뉴질랜드, 오클랜드, 웰링턴',
  'Africa/Cairo': 'egypt, 이집트, 카이로',
  'Africa/Johannesburg': 'SAST, south africa, cape town, 남아프리카공화국, 남아공, 요하네스버그, 케이프타운',
  'Africa/Lagos': 'WAT, nigeria, 나이지리아, 라고스',
  'Africa/Nairobi': 'EAT, kenya, 케냐, 나이로비',
  'Africa/Maputo': 'CAT',
  'America/St_Johns': 'NDT, newfoundland, 뉴펀들랜드',
  'America/Caracas': 'VET, venezuela, 베네수엘라',
  'America/La_Paz': 'BOT, bolivia, 볼리비아',
  'America/Montevideo': 'UYT, uruguay, 우루과이',
  'Asia/Makassar': 'WITA, bali, 발리',
  'Asia/Jayapura': 'WIT',
  'Asia/Kabul': 'AFT, afghanistan, 아프가니스탄',
  'Asia/Tashkent': 'UZT, uzbekistan, 우즈베키스탄',
  'Asia/Ulaanbaatar': 'ULAT, mongolia, 몽골, 울란바토르',
  'Asia/Yangon': 'MMT, myanmar, 미얀마, 양곤',
  'Pacific/Guam': 'ChST, 괌',
};

/**
 * Abbreviations that several places use, with different clocks: suggested, never chosen for somebody. The first zone
 * has the most people.
 */
export const SHARED_ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  ACT: ['America/Rio_Branco', 'Australia/Darwin', 'Australia/Adelaide'],
  AMT: ['America/Manaus', 'Asia/Yerevan'],
  AST: ['America/Halifax', 'America/Puerto_Rico', 'Asia/Riyadh'],
  BDT: ['Asia/Dhaka', 'Asia/Brunei'],
  BST: ['Europe/London', 'Asia/Dhaka', 'Pacific/Bougainville'],
  CCT: ['Asia/Shanghai', 'Indian/Cocos'],
  CDT: ['America/Chicago', 'America/Havana'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'Asia/Taipei', 'America/Mexico_City', 'America/Havana'],
  ECT: ['America/Guayaquil', 'America/Puerto_Rico'],
  GST: ['Asia/Dubai', 'Atlantic/South_Georgia'],
  IST: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
  MST: ['America/Denver', 'America/Phoenix', 'Asia/Kuala_Lumpur', 'Asia/Yangon'],
  NST: ['America/St_Johns', 'Asia/Kathmandu'],
  PST: ['America/Los_Angeles', 'Asia/Manila', 'Pacific/Pitcairn'],
  SST: ['Asia/Singapore', 'Pacific/Pago_Pago', 'Pacific/Guadalcanal'],
  WST: ['Australia/Perth', 'Pacific/Apia'],
};

/** Countries with several zones: suggested, never chosen for somebody. */
export const WIDE_COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  'US, USA, united states, america, 미국': [
    'America/New_York',
    'America/Chicago',
    'America/Denver',
    'America/Los_Angeles',
    'America/Phoenix',
    'America/Anchorage',
    'Pacific/Honolulu',
  ],
  'canada, 캐나다': [
    'America/Toronto',
    'America/Vancouver',
    'America/Edmonton',
    'America/Winnipeg',
    'America/Halifax',
    'America/St_Johns',
  ],
  'australia, 호주, 오스트레일리아': [
    'Australia/Sydney',
    'Australia/Melbourne',
    'Australia/Brisbane',
    'Australia/Adelaide',
    'Australia/Darwin',
    'Australia/Perth',
  ],
  'brazil, brasil, 브라질': ['America/Sao_Paulo', 'America/Manaus', 'America/Recife'],
  'mexico, 멕시코': ['America/Mexico_City', 'America/Tijuana', 'America/Cancun'],
  'russia, 러시아': ['Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Novosibirsk', 'Asia/Vladivostok'],
  'indonesia, 인도네시아': ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
};

/**
 * Old names of zones that IANA still has and that name no area. ICU knows others besides, of its own (`NST` for
 * Auckland, `SST` for Guadalcanal), which mean something else to people.
 *
 * @see https://data.iana.org/time-zones/releases, file `backward`
 */
export const NAMES_WITHOUT_AREA =
  'CST6CDT, Cuba, EST5EDT, Egypt, Eire, GB, GB-Eire, GMT0, Greenwich, HST, Hongkong, Iceland, Iran, Israel, Jamaica, Japan, Kwajalein, Libya, MET, MST7MDT, NZ, NZ-CHAT, Navajo, PRC, PST8PDT, Poland, Portugal, ROC, ROK, Singapore, Turkey, UCT, Universal, W-SU, Zulu';

/** Names that Node's ICU keeps for the sake of old data, and the ones the IANA database uses now. */
export const MODERN_NAMES: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

/** Distances from UTC that are no whole hours and have a zone that keeps them all year. */
export const FIXED_OFFSETS: Readonly<Record<string, string>> = {
  '+3:30': 'Asia/Tehran',
  '+4:30': 'Asia/Kabul',
  '+5:30': 'Asia/Kolkata',
  '+5:45': 'Asia/Kathmandu',
  '+6:30': 'Asia/Yangon',
  '+8:45': 'Australia/Eucla',
  '+9:30': 'Australia/Darwin',
  '-9:30': 'Pacific/Marquesas',
};

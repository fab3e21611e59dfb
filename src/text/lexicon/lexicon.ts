import { KOREAN } from './common-words.ts';

/**
 * Words that mean the same to somebody who looks for a paper, one meaning a line: English, Korean, abbreviations and
 * the plain words of a question beside the technical ones of a summary. Source: made by hand for this project from
 * the vocabulary of the field, on top of `archive/terms.ts`; no dictionary was copied.
 *
 * An English word stands for its inflections (`accelerat` for accelerated, acceleration); `_` joins a phrase. Korean
 * stands for every word that contains it; one syllable only for a word of its own.
 */
const MEANINGS = `
llm large_language_model 대규모_언어_모델 대형_언어_모델 거대_언어_모델 초거대_언어_모델 엘엘엠
slm small_language_model 소형_언어_모델 작은_언어_모델
vlm lvlm vision_language_model visual_language_model large_vision_language_model 비전_언어_모델 시각_언어_모델 비전_언어모델 시각언어
mllm lmm multimodal_large_language_model large_multimodal_model multi_modal_llm multimodal_llm 멀티모달_대규모_언어_모델 멀티모달_대형_언어_모델 다중모달_대형_언어_모델 대형_멀티모달_모델
multimodal multi_modal multimodality omni_modal 멀티모달 다중모달 다중_모달 멀티_모달 옴니모달 다중_모드 다중_양식 다모달
multilingual multi_lingual cross_lingual 다국어 다언어 다중_언어 여러_언어 여러_나라 다개국 교차_언어 국제어
rag retrieval_augmented_generation retrieval_augmented 검색_증강_생성 검색_증강 검색증강
rlhf reinforcement_learning_from_human_feedback human_feedback 인간_피드백 사람_피드백 인간의_피드백 사람의_피드백 인간_선호
rl reinforcement_learning reinforc 강화_학습 강화학습
dpo direct_preference_optimization direct_alignment 직접_선호_최적화
ppo proximal_policy_optimization 근접_정책_최적화
grpo group_relative_policy_optimization
sft supervised_fine_tuning supervised_finetuning 지도_미세_조정 감독_미세_조정 지도_학습
finetun fine_tun fine_tuning fine_tuned finetuning 파인튜닝 파인_튜닝 미세조정 미세_조정 튜닝
pretrain pre_train pre_training pre_trained pretraining 사전_학습 사전학습 사전_훈련 사전훈련 프리트레이닝
posttrain post_training 사후_학습 사후_훈련 포스트_트레이닝 후학습 후_훈련
moe mixture_of_expert mixture_of_experts expert 전문가_혼합 전문가_믹스 혼합_전문가 전문가_집합 전문가
cot chain_of_thought 사고_사슬 사고의_사슬 연쇄_사고 생각_사슬 생각의_사슬 체인_오브_쏘트 사고_연쇄 연쇄적_사고
icl in_context_learning in_context 인컨텍스트 인_컨텍스트 문맥_내_학습 맥락_내_학습 컨텍스트_내_학습 맥락_학습 문맥_학습
kv key_value kv_cache key_value_cache 키_값 키값 캐시
testtime test_time test_time_scaling test_time_compute inference_time inference_scaling 테스트_시간 테스트_타임 추론_시간 추론_시점 추론할_때 추론_단계
longcontext long_context 긴_문맥 긴문맥 긴_컨텍스트 긴_맥락 장문_맥락 장문맥 긴_글 긴_입력 롱_컨텍스트 장기_컨텍스트 장문 긴_텍스트 긴_시퀀스
context 문맥 컨텍스트 콘텍스트 맥락
gan generative_adversarial_network 생성적_적대_신경망 적대적_생성_신경망
nerf neural_radiance_field 신경_방사_필드 신경_방사장 래디언스_필드 방사_필드 radiance
gaussiansplat gaussian_splatting 3dgs 3d_gaussian 가우시안_스플래팅 가우시안_스플랫 스플래팅 splat 가우시안
tts text_to_speech speech_synthesis voice_synthesis 음성_합성 텍스트_음성_변환 텍스트_투_스피치 음성합성 tts
asr speech_recognition 음성_인식 음성인식
t2i text_to_image text_image 텍스트_이미지 텍스트에서_이미지 텍스트_투_이미지 그림_생성 이미지_생성 image_generation image_generator image_synthesis picture_generat
t2v text_to_video video_generation video_generator video_synthesis 텍스트_비디오 텍스트에서_비디오 비디오_생성 영상_생성 동영상_생성 비디오_합성 영상_합성
i2v image_to_video 이미지_비디오 이미지에서_비디오
textto3d text_to_3d 3d_generation image_to_3d 텍스트_3d 텍스트에서_3d 3d_생성 3d_모델_생성 입체_생성
vqa visual_question_answering 시각_질의_응답 시각적_질의응답 시각_질문_응답
qa question_answering 질의응답 질의_응답 질문_응답 질문응답 질문_답변
ocr optical_character_recognition 문자_인식 글자_인식 광학_문자
lora low_rank_adaptation low_rank 저랭크 저차원_적응 로라 저순위 저_랭크
peft parameter_efficient 파라미터_효율 매개변수_효율
ssm state_space_model state_space 상태_공간 상태공간 mamba 맘바
vit vision_transformer 비전_트랜스포머
transformer 트랜스포머 변환기 변압기
cnn convolution convolutional 합성곱 컨볼루션 콘볼루션
gnn graph_neural_network 그래프_신경망
diffus diffusion 확산 디퓨전 디퓨젼 denois
latent 잠재 레이턴트
flowmatching flow_matching rectified_flow 플로우_매칭 흐름_매칭 흐름_맞추기 정류_흐름 랙티파이드_플로우 정규_흐름
consistency consisten 일관
attention 어텐션 주의 주의집중 주목
selfattention self_attention 자기_주의 자기주의 셀프_어텐션 자가_주의
token 토큰 토크나이 tokeniz
zeroshot zero_shot 제로샷 제로_샷 unseen 처음_보는
fewshot few_shot 퓨샷 소수_샷 적은_예시 몇_샷
oneshot one_shot 원샷 single_shot 단일_예시
trainingfree training_free without_training no_training 훈련_없이 학습_없이 훈련이_필요_없 학습이_필요_없 무훈련 비훈련 튜닝_없이 tuning_free 트레이닝_없이
opensource open_source open_weight open_model 오픈소스 오픈_소스 공개_모델 개방형 공개
closedsource proprietary commercial closed_source 상용 독점 폐쇄 비공개
stateoftheart state_of_the_art sota 최첨단 최신 최고_성능 최상
worldmodel world_model 월드_모델 세계_모델
selfsupervised self_supervised 자기_지도 자가_지도 자기지도 자가_감독
unsupervised 비지도
semisupervised semi_supervised 준지도 반지도
supervis 지도 감독
instruct instruction 지시 명령 지침 인스트럭션 인스트럭트 order command
prompt 프롬프트
alignment align 정렬 얼라인
preference prefer 선호
reward 보상 리워드
rewardmodel reward_model 보상_모델
overoptimiz overoptimization reward_hacking over_optimiz 과최적화 과도한_최적화 과잉_최적화 보상_해킹
reasoning reason 추론 사고 논리
infer inference 추론 인퍼런스
math mathematic mathematical arithmetic 수학 산술
proof theorem prov 증명 정리
code coding program programming programmer 코드 코딩 프로그래밍 프로그램 software 소프트웨어
agent 에이전트 대리인
multiagent multi_agent several_agents multiple_agents 다중_에이전트 멀티_에이전트 멀티에이전트 여러_에이전트
tool function_call tool_use 도구 툴 함수_호출
gui computer_use screen screenshot user_interface 화면 스크린샷 인터페이스 그래픽_사용자
phone smartphone mobile 스마트폰 모바일 휴대폰 휴대전화 폰 핸드폰
app application 앱 애플리케이션 응용_프로그램
web website browser browsing internet 웹 웹사이트 브라우저 인터넷
robot robotic robotics 로봇 로보틱
manipulat manipulation grasp 조작 다루 매니퓰레이션 잡기 파지
embodied embodi 체화 임바디드 구현된 신체화
driv driving autonomous_driving self_driving 자율주행 자율_주행 주행 운전
navigat navigation 내비게이션 네비게이션 항법 길찾기 탐색
hallucinat hallucination 환각 할루시네이션 환상 지어내 made_up fabricat
unlearn unlearning machine_unlearning forget erasing 언러닝 언학습 망각 잊 기억을_지우 지우
safe safety 안전
jailbreak jailbreaking 탈옥 제일브레이크
attack adversarial 공격 적대
poison backdoor poisoning 백도어 중독 오염
privacy private membership_inference 프라이버시 개인정보 개인_정보 사생활 멤버십_추론
watermark watermarking 워터마크 워터마킹
copyright 저작권
bias biased fairness unfair 편향 편견 공정
toxic harmful hate 유해 독성 혐오 해로운
detect detection detector 탐지 감지 검출 식별 알아내 찾아내 알아채
segment segmentation 분할 세그멘테이션 세그멘트
classif classification classifier categoriz 분류
track tracking 추적 트래킹
recogni recognition recogniz 인식
estimat estimation 추정 예측
predict prediction forecast forecasting 예측 예보
depth 깊이 심도 뎁스 거리
normal surface_normal 법선 노멀
pose posture 포즈 자세
face facial 얼굴 안면
portrait 초상 초상화 인물
talkinghead talking_head talking_face talking_video lip_sync 토킹_헤드 말하는_얼굴 토킹 립싱크 입모양 말하는
avatar 아바타
human person people 사람 인간 인체
body 신체 몸 인체
hair 머리카락 헤어
hand 손
cloth clothing garment dress outfit fashion 의류 옷 의상 패션 복장
tryon try_on virtual_try_on 가상_착용 가상_피팅 착용 입혀 입히 피팅 dressing
motion movement 모션 움직임 움직이 동작 운동
danc dance 댄스 춤
animat animation 애니메이션 애니메이트 움직이게
gestur gesture 제스처 몸짓
image picture photo photograph 이미지 사진 그림 영상 화상
video clip footage film 비디오 동영상 영상 클립
frame 프레임
audio sound acoustic 오디오 소리 음향 사운드
speech voice spoken speak speaker utteranc 음성 목소리 말하 발화 화자 스피치
voiceconversion voice_conversion voice_convert 음성_변환 목소리_변환 음향_변환 목소리를_바꾸
music song melody 음악 노래 뮤직 선율
3d three_dimensional 3차원 입체 삼차원 쓰리디
4d 4차원
scene 장면 씬
object item thing 객체 물체 사물 물건 오브젝트
mesh 메쉬 메시
pointcloud point_cloud 포인트_클라우드 점_구름 점군
textur texture 텍스처 질감
material 재질 재료 소재
render rendering 렌더링 랜더링
novelview novel_view view_synthesis 새로운_시점 새로운_뷰 신규_뷰 시점_합성 뷰_합성
multiview multi_view several_views multiple_views 멀티뷰 다중_뷰 다중뷰 다시점 다중_시점 여러_시점 멀티_뷰
camera 카메라
panoram panorama panoramic 360 파노라마 360도
singleimage single_image one_photo single_photo one_image single_picture one_picture single_view 단일_이미지 사진_한_장 이미지_한_장 한_장 단일_사진 한장
monocular 단안 단일_카메라
resolution high_resolution 해상도 고해상도
superresolution super_resolution upscal upsampl 초해상도 업스케일 업샘플 슈퍼_레졸루션
restor restoration deblur 복원 복구
reconstruct reconstruction 재구성 복원 재건
inpaint inpainting outpaint 인페인팅 인페인트
edit editing 편집 수정 에디팅
style stylist stylization 스타일 화풍 양식
styletransfer style_transfer 스타일_전이 스타일_변환 스타일_전송
personaliz personalization customiz customization 개인화 맞춤 커스터마이
identity 정체성 아이덴티티 신원
control controllable controllability 제어 컨트롤 조절 통제
guidance guid 가이던스 가이드 유도 안내
classifierfree classifier_free cfg classifier_free_guidance 분류기_없는 분류기_프리
sampl sampling 샘플링 표본 샘플 sampler
noise noisy 노이즈 잡음 소음
scor score 점수 스코어
scoredistill score_distillation sds 점수_증류 스코어_증류
distill distillation 증류 디스틸레이션
teacher 교사 선생
student 학생
knowledge 지식
transfer 전이 이전 전달 옮기
prun pruning 프루닝 가지치기 가지_치기 쳐내
spars sparse sparsity 희소 듬성 스파스
quantiz quantization 양자화 low_bit 저비트
bit bitwise binary 비트 이진
compress compression 압축
merg merging merge combin combine 병합 결합 합치 합쳐 머징 섞 mix
reduc reduce reduction decreas lower lessen shrink cut 줄이 줄여 줄인 줄일 감소 축소 절감 감축 단축 낮추 저감
increas increase rais grow boost 늘리 늘려 늘린 늘릴 증가 증대 높이 높여 올리 향상
extend extension expand expansion enlarg 확장 늘리 늘려 연장
improv improve enhanc better refin 개선 향상 강화 고도화 나아 좋게 높이
accelerat speed fast faster quick rapid speedup speed_up 가속 속도 빠르 빠른 빨리 고속 신속
slow latency delay lag 느린 지연 레이턴시 저지연
streaming stream real_time realtime 스트리밍 실시간
efficien efficient efficiency 효율
cheap cost expens inexpensive budget 비용 저렴 싼 예산 값싼
memory memor 메모리 기억
storage stor footprint 저장
comput compute computation flop 계산 연산 컴퓨팅
gpu hardware accelerator 하드웨어 가속기 그래픽카드
cache 캐시
bottleneck 병목
layer 레이어 계층 층
earlylayer early_layer early_layers 초기_레이어 초기_층 앞쪽_레이어 앞쪽_층 얕은_층 초반_레이어
head 헤드
neuron 뉴런
weight 가중치 웨이트
parameter param 파라미터 매개변수 매개_변수
gradient 그래디언트 기울기 경사 그라디언트
varianc variance 분산 변동
optimiz optimizer optimization 최적화 옵티마이저 최적화기
adam adamw 아담
loss 손실 로스
scalinglaw scaling_law 스케일링_법칙 확장_법칙 법칙 law
scal scaling scale 스케일링 규모 확장 스케일
emerg emergent emergence 창발 출현
overfit overfitting 과적합
generaliz generalization generalizable 일반화
robust robustness 강건 견고 강인 로버스트
noveltynew new novel 새로운 신규 참신
dataset data_set corpus 데이터셋 데이터_세트 데이터세트 말뭉치 코퍼스
data 데이터 자료
synthetic synthes synthetically artificial 합성 인공 인조
generat generation generator produc creat create creation make making 생성 제작 만드 만들 만든 생산 창출 발생
annotat annotation label labeling 주석 라벨 레이블 어노테이션 라벨링
filter filtering select selection choos pick 필터 선별 선택 고르 골라 걸러 뽑아
curat curation clean quality 큐레이션 정제 품질 고품질
crawl scrap web_data 크롤 긁은 수집
benchmark leaderboard evaluat evaluation assess test testing 벤치마크 평가 시험 테스트 측정 검증
rank ranking leaderboard 순위 랭킹 리더보드 등수
vot vote voting 투표
judg judge critic grader 심판 판단 평가자 판정 비평 채점 심사 critique
metric measur measure 지표 측정 척도 메트릭
compar compare comparison 비교
analy analysis analyz investigat examin 분석 조사 연구 알아본 살펴
survey overview review 설문 서베이 개요 조사 리뷰 총정리
understand understanding comprehen comprehension 이해
interpretab interpretability interpret mechanistic explainab 해석 설명 기계적_해석
monosemantic polysemantic superposition sparse_autoencoder sae 단의 다의 희소_오토인코더
explain explanation 설명 해설
caption captioning describ description 캡션 캡셔닝 설명 묘사
summar summary summariz summarization 요약
translat translation 번역
dialog dialogue conversation conversational chat talk 대화 채팅 말하
messenger 메신저 채팅
chatbot assistant 챗봇 비서 어시스턴트 도우미
recommend recommendation recommender 추천
user customer 사용자 유저 고객
search retriev retrieval lookup 검색 찾 리트리벌
query 쿼리 질의
document 문서 도큐먼트 글
passage paragraph 단락 구절
embed embedding vector 임베딩 벡터
rerank reranking 재순위 재정렬 리랭크
index 인덱스 색인
cit citation cite attribut evidence source 인용 근거 출처 증거
sentence 문장
word vocabulary vocab 단어 어휘 낱말
text 텍스트 글자 글 문자
write writing essay 글쓰기 작문 쓰기 작성
story narrative 이야기 스토리 서사
poem poetry 시
book novel_book 책 도서
question ask query 질문 물음 질의 묻
answer respond response reply 답변 답 대답 응답
wrong incorrect error mistake fault 오류 잘못 틀린 실수 에러
correct fix repair 교정 수정 고치 고칠 고쳐 정정 바로잡
selfcorrect self_correct self_correction self_refine 자기_수정 자가_수정 자체_수정 스스로_고치
reflect reflection self_reflect 성찰 반성 자기_반성
verify verification verifier check 검증 확인
confiden confidence uncertain uncertainty unsure calibrat 신뢰 확신 불확실 자신
trust trustworthy reliab 신뢰 믿을
deceiv fool deceptive mislead trick 속이 속여 기만 오도
secret stealth hidden covert 몰래 은밀 비밀 숨은
cheat manipulat rig malicious 조작 악의 부정
simul simulat simulation simulator 시뮬레이션 모의
physic physical physics 물리
chem chemistry molecul molecule 화학 분자
protein 단백질
drug 약물 신약 약
medic medical clinic clinical health hospital 의료 의학 임상 병원 건강
mri mr ct scan radiology x_ray 방사선 엑스레이 영상의학
patient 환자
organ 장기 기관
scien science scientific 과학
literature paper article 문헌 논문
law legal 법률 법적
financ finance financial stock 금융 재무 주식
tabl table tabular spreadsheet 표 테이블 스프레드시트
chart plot graph figure 차트 그래프 도표
layout poster 레이아웃 배치 포스터
design 디자인 설계
sport soccer football 축구 스포츠
game gaming play 게임 플레이
educat education teach school student_learn 교육 가르치 학교
train training learn learning 학습 훈련 트레이닝 배우
lifelong continual continu 지속 연속 계속 평생
curriculum 커리큘럼 교육과정
stage phase step 단계 스텝
singlestep one_step single_step 단일_단계 한_단계 원스텝 단일_스텝 한_번에
multistep multi_step 다단계 다중_단계 멀티스텝
iterat iterative recursive recurs 반복 재귀 되풀이
parallel 병렬
hierarch hierarchical 계층 위계
autoregress autoregressive auto_regressive 자기회귀 자기_회귀 자동회귀 자가회귀 자가_회귀 자동_회귀 회귀
nexttoken next_token 다음_토큰
decod decoding decoder 디코딩 디코더 복호화
speculat speculative speculative_decoding 추측 스펙큘레이티브 투기적
encod encoding encoder 인코더 인코딩 부호화
adapter adapt adaptation 어댑터 적응
plugin plug_and_play 플러그 플러그_앤_플레이
hybrid 하이브리드 혼합
mixture mix 혼합 섞
local locality nearby neighbor neighbour adjacent 지역 국소 인접 근접 이웃 로컬
spatial space 공간
temporal time timing when 시간 시점
spatiotemporal spatio_temporal 시공간
minute minutelong long_video 분_단위 1분 긴_비디오 긴_동영상 긴_영상
long lengthy 긴 길 장기 오래
short brief 짧은 단기
large big huge massive 대규모 대형 거대 큰 방대
small tiny compact lightweight mini 소형 작은 경량 가벼 컴팩트
low_resource lowresource minority_language low_resource_language 저자원 소수_언어 자원이_적은
cultur cultural culture western 문화 서구
korean korea 한국 한국어
chinese china 중국 중국어
japanese japan 일본 일본어
arabic arab 아랍 아랍어
english 영어
swap exchang replac replace substitut 교체 바꿔 바꾸 대체 교환 치환
convert transform conversion chang change turn 변환 전환 변경 바꾸 바꿔
remov remove eliminat delet drop discard 제거 삭제 없애 버려 버리 빼
add insert inject 추가 삽입 주입 넣
redundan redundant redundancy unnecessary 중복 불필요 쓸데없 잉여
divers diversity variety 다양
negative 네거티브 부정 음성
reference refer 참조 레퍼런스 참고
imitat imitation mimic follow copy 모방 따라 흉내 시연 demonstrat
policy 정책 폴리시
valuefunction value_function value_network value_model 가치_함수 가치_네트워크 가치_모델 값_네트워크
credit credit_assignment 신용_할당 기여도 기여
montecarlo monte_carlo mcts rollout 몬테카를로 몬테_카를로 롤아웃
treesearch tree_search mcts 트리_검색 트리_탐색
plan planning planner 계획 플래닝
action 행동 액션 동작
environment 환경
fail failure 실패 고장
monitor monitoring surveil 모니터 감시 모니터링
constraint constrain 제약 조건
knowledgegraph knowledge_graph 지식_그래프 graphrag
affordance 어포던스 조작_가능성
density dense 밀도 조밀 밀집
capacity 용량 능력
double exponential 두_배 지수 지수적
collaborat collaboration cooperat cooperation team together 협력 협업 함께 공동 협동
role persona character 역할 페르소나 캐릭터 인물
emotion emotional affect feel 감정 정서 기분
express expression expressive 표정 표현
satellit satellite remote_sensing 위성 원격_탐사
weather climate 날씨 기후 기상
timeseries time_series 시계열
anomal anomaly outlier 이상 이상치
map mapping 지도 맵
city urban 도시
spectrogram mel 스펙트로그램
wearable watch sensor 착용형 웨어러블 센서
accent dialect 억양 사투리 방언 악센트
brain eeg fmri 뇌 두뇌
vision visual see 시각 비전 비주얼 시각적
perceive perception perceptual 인지 지각 인식
hear listen 듣 청각
crossattention cross_attention 교차_주의 크로스_어텐션 교차_어텐션
loop cycl 루프 순환
induction inductionhead induction_head 유도_헤드 인덕션
theory theoretical 이론
markov markov_chain 마르코프
causal cause 인과 원인
counterfactual 반사실
bayes bayesian 베이즈 베이지안
uncommon unusual outofdistribution out_of_distribution ood 분포_외 분포외 낯선 특이
example demonstration_example few_examples 예시 예제 사례
example_similar similar similarity resembl 유사 비슷 닮은
cluster clustering 클러스터링 군집
pool pooling 풀링
patch 패치
position positional rope position_embedding 위치 포지션 위치_임베딩
skip early_exit 건너뛰 생략 조기_종료 스킵
reuse shar sharing 재사용 공유
schedule scheduler 스케줄 일정
hyperparam hyperparameter 하이퍼파라미터 초매개변수
routing router rout 라우팅 라우터
gating gate 게이팅 게이트
normaliz normalization layernorm 정규화
activation 활성화
initializ initialization 초기화
regulariz regularization 정칙화 규제
collaps collapse 붕괴
contamin contamination leak leakage 오염 누출 유출
dedup deduplication 중복_제거
humaneval human_evaluation human_evaluator 인간_평가 사람_평가
crowd annotator crowdsourc 주석자 크라우드 작업자
expertise professional specialist 전문 전문가
economic econom business 경제 비즈니스
social society political politic 사회 정치
news fake_news misinform 뉴스 허위 가짜
personality psycholog psychology 성격 심리
theoryofmind theory_of_mind 마음_이론 마음이론
commonsense common_sense 상식
creativ creativity creative 창의 창작
puzzle game_puzzle 퍼즐
chess board_game 체스 보드게임
hand_object handobject 손_물체
articulat articulated 관절 articulated_object
humanoid 휴머노이드 인간형
quadruped legged dog 사족 사족보행 네발
dexter dexterous 정교 손재주 능숙
egocentric first_person 1인칭 자기중심 일인칭
lidar 라이다
uav drone aerial 드론 무인기 항공
surgery surgical 수술
genom gene dna 유전 게놈 유전체
cell biology biolog 세포 생물
crystal materials_science 결정 신소재
agriculture plant crop 농업 작물 식물
food recipe cook 음식 요리 레시피
remember recall 기억 회상
explor exploration 탐색 탐험 탐구
deploy edge on_device device 배포 온디바이스 기기 디바이스 엣지
batch 배치
sequence sequential 시퀀스 순차 서열
length 길이
window sliding 윈도우 창
vertical domain specific 도메인 분야 특화
task 작업 과제 태스크 업무
skill ability 기술 능력 기량
limit limitation 한계 제한
challeng challenge difficult hard 도전 어려운 난제 까다로운
harder tough 더_어려운 어렵
discover find finding 발견 찾아
reveal show demonstrate 보여 드러
prevent defens defense defend protect mitigat 방어 방지 막 보호 완화
theft extract steal 추출 훔치 탈취
visualiz visualization 시각화
interleav interleaved 인터리브 교차
unified unify universal general 통합 통일 범용 보편 일반
`;

/** Groups of words of one meaning. The number of a group is its sign in the index. */
export const LEXICON: readonly (readonly string[])[] = [
  ...MEANINGS.trim()
    .split('\n')
    .map((line) => line.split(' ')),
  ...Array.from(KOREAN, ([stem, forms]) => [stem, ...forms.map((form) => form.replaceAll(' ', '_'))]),
];

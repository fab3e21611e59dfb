CREATE TABLE public.deliveries (
    id text NOT NULL,
    subscription_id text NOT NULL,
    digest text NOT NULL,
    firing text,
    state text NOT NULL,
    planned_at bigint NOT NULL,
    due_at bigint,
    lease_owner text,
    attempts integer NOT NULL,
    first_sent_at bigint,
    message_ids text NOT NULL,
    reason text,
    settled_at bigint,
    shown text,
    shown_role text,
    edited_at bigint
);
CREATE TABLE public.digests (
    day text NOT NULL,
    origin text NOT NULL,
    hash text NOT NULL,
    stored_at text NOT NULL,
    listed_at text,
    votes_at bigint,
    final integer NOT NULL,
    votes_day text
);
CREATE TABLE public.feeds (
    name text NOT NULL,
    since text NOT NULL,
    lease_owner text,
    lease_until bigint
);
CREATE TABLE public.fetches (
    day text NOT NULL,
    fetched_at bigint NOT NULL,
    papers integer NOT NULL
);
CREATE TABLE public.kept_invocations (
    key text NOT NULL,
    line text NOT NULL,
    expires_at text NOT NULL
);
CREATE TABLE public.kysely_migration (
    name character varying(255) NOT NULL,
    "timestamp" character varying(255) NOT NULL
);
CREATE TABLE public.kysely_migration_lock (
    id character varying(255) NOT NULL,
    is_locked integer DEFAULT 0 NOT NULL
);
CREATE TABLE public.left_guilds (
    guild_id text NOT NULL,
    left_at bigint NOT NULL
);
CREATE TABLE public.listings (
    day text NOT NULL,
    origin text NOT NULL,
    "position" integer NOT NULL,
    paper_id text NOT NULL,
    title text NOT NULL,
    votes integer,
    votes_unknown text,
    authors text NOT NULL,
    authors_cut integer NOT NULL,
    media_kind text,
    media_url text,
    sections text NOT NULL,
    details text
);
CREATE TABLE public.shown_posts (
    key text NOT NULL,
    body text NOT NULL,
    kept_at bigint NOT NULL
);
CREATE TABLE public.subscriptions (
    id text NOT NULL,
    guild_id text NOT NULL,
    channel_id text NOT NULL,
    channel_kind text NOT NULL,
    "time" text NOT NULL,
    zone text NOT NULL,
    days text NOT NULL,
    top integer NOT NULL,
    locale text NOT NULL,
    role_id text,
    thread integer NOT NULL,
    user_id text NOT NULL,
    state text NOT NULL,
    suspended_for text,
    told integer NOT NULL,
    active_since bigint NOT NULL
);
CREATE TABLE public.summaries (
    number integer NOT NULL,
    key text NOT NULL,
    paper_id text NOT NULL,
    language text NOT NULL,
    input text NOT NULL,
    model text NOT NULL,
    points text NOT NULL,
    made_at bigint NOT NULL
);
CREATE TABLE public.summary_attempts (
    id text NOT NULL,
    key text NOT NULL,
    day text NOT NULL,
    outcome text NOT NULL,
    reason text,
    tokens_in integer NOT NULL,
    tokens_out integer NOT NULL
);
INSERT INTO public.deliveries VALUES ('d1', 's1', '2026-08-18', '2026-08-19', 'delivered', 1787097600000, NULL, NULL, 1, 1787097601000, '["14"]', NULL, 1787097602000, NULL, NULL, NULL);
INSERT INTO public.digests VALUES ('2024-12-06', 'markdown', 'gEJoXeLTfgcQ8hqxU-3HZIAQ7wnNkOtmrTa9IiuGZ4I', '2026-08-15T09:00:00.000Z', '2026-08-15T09:00:00.000Z', NULL, 1, NULL);
INSERT INTO public.digests VALUES ('2024-12-09', 'markdown', 'HeQlULnXb7SogXy-smAGHo_pyPnTiMBT2Fupa50pwr8', '2026-08-15T09:00:00.000Z', '2026-08-15T09:00:00.000Z', NULL, 1, NULL);
INSERT INTO public.digests VALUES ('2026-08-10', 'huggingface', 'sBAYYd0M-vknZsujLLhaPhhoHg2Bcxl4XobmD4jgOrA', '2026-08-15T09:00:00.000Z', '2026-08-15T09:00:00.000Z', NULL, 1, '2026-08-10');
INSERT INTO public.digests VALUES ('2026-08-19', 'huggingface', 'INU2ZwXMRVdpgSkcX8FG6Z9La35Y_jtohETy4BdJQyQ', '2026-08-19T12:00:00.000Z', NULL, 1787140800000, 0, NULL);
INSERT INTO public.digests VALUES ('2026-08-18', 'huggingface', '_J0Uk_Wv5mS0XgKNt38v4rn-QcsXrISSfSTabPdLzyk', '2026-08-19T06:00:00.000Z', '2026-08-18T23:31:00.000Z', 1787119200000, 1, NULL);
INSERT INTO public.feeds VALUES ('huggingface', '2026-08-17', NULL, NULL);
INSERT INTO public.fetches VALUES ('2026-08-17', 1787043600000, 0);
INSERT INTO public.fetches VALUES ('2026-08-19', 1787140800000, 1);
INSERT INTO public.fetches VALUES ('2026-08-18', 1787119200000, 2);
INSERT INTO public.kysely_migration VALUES ('001-archive', '2026-11-29T23:05:45.007Z');
INSERT INTO public.kysely_migration VALUES ('002-subscriptions', '2026-11-29T23:05:45.121Z');
INSERT INTO public.kysely_migration VALUES ('003-origins', '2026-11-29T23:05:45.200Z');
INSERT INTO public.kysely_migration VALUES ('004-fetches', '2026-11-29T23:05:45.278Z');
INSERT INTO public.kysely_migration VALUES ('005-votes-day', '2026-11-29T23:05:45.286Z');
INSERT INTO public.kysely_migration VALUES ('006-edits', '2026-11-29T23:05:45.328Z');
INSERT INTO public.kysely_migration VALUES ('007-summaries', '2026-11-29T23:05:45.387Z');
INSERT INTO public.kysely_migration_lock VALUES ('migration_lock', 0);
INSERT INTO public.listings VALUES ('2024-12-06', 'markdown', 0, '2412.90001', 'Waggle: Reading the Dance of Honey Bees', 41, NULL, '["Bea Hive","Ann Nectar","Carl Comb"]', 1, 'image', 'https://cdn-uploads.huggingface.co/production/uploads/waggle.png', '[["What''s New","꿀벌의 춤(waggle dance)을 비디오에서 읽는 Waggle을 제안합니다."],["Technical Details","벌집 10개를 여름 내내 촬영하고 춤의 각도와 길이를 분석합니다."],["Performance Highlights","벌이 찾아갈 꽃밭을 92.5% 정확도로 맞힙니다."]]', NULL);
INSERT INTO public.listings VALUES ('2024-12-06', 'markdown', 1, '2412.90002', 'Pixel-Space Post-Training of Latent Diffusion Models for Invented Tests', NULL, 'dash', '["Dora Drift"]', 0, NULL, NULL, '[["What''s New","분자의 반응을 예측하는 그래프 신경망(GNN)과 Transformer, GAN을 제안합니다."]]', NULL);
INSERT INTO public.listings VALUES ('2024-12-06', 'markdown', 2, '2412.90003', 'A Paper Without Votes', NULL, 'missing', '["Ann Nectar","Ed Empty"]', 0, NULL, NULL, '[]', NULL);
INSERT INTO public.listings VALUES ('2024-12-09', 'markdown', 0, '2412.90001', 'Waggle: Reading the Dance of Honey Bees', 44, NULL, '["Carl Comb","Bea Hive","Ann Nectar"]', 0, NULL, NULL, '[]', NULL);
INSERT INTO public.listings VALUES ('2024-12-09', 'markdown', 1, '2412.90004', 'Buckwheat', 3, NULL, '["Hid Den","Fay Field"]', 0, NULL, NULL, '[["What''s New","화학 반응의 수율을 예측하는 그래프 신경망을 제안합니다."]]', NULL);
INSERT INTO public.listings VALUES ('2026-08-10', 'huggingface', 0, '2608.90001', 'Invented 2608.90001', 7, NULL, '["Gil Green"]', 0, 'image', 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.90001.png', '[]', '{"abstract":"We invent 2608.90001 and describe it in a sentence.","keywords":["invention"],"aiSummary":"It is invented.","organization":"Green Lab","code":"https://github.com/gil/green","project":"https://gil.example/","hiddenAuthors":1,"stars":12}');
INSERT INTO public.listings VALUES ('2026-08-10', 'huggingface', 1, '2608.90002', 'Invented 2608.90002', 2, NULL, '["Gil Green"]', 0, 'image', 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.90002.png', '[]', '{"abstract":"We invent 2608.90002 and describe it in a sentence.","keywords":["invention"],"aiSummary":"It is invented.","organization":"Green Lab","code":"https://github.com/gil/green","project":"https://gil.example/","hiddenAuthors":1,"stars":12}');
INSERT INTO public.listings VALUES ('2026-08-19', 'huggingface', 0, '2608.90004', 'Invented 2608.90004', 7, NULL, '["Gil Green"]', 0, 'image', 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.90004.png', '[]', '{"abstract":"We invent 2608.90004 and describe it in a sentence.","keywords":["invention"],"aiSummary":"It is invented.","organization":"Green Lab","code":"https://github.com/gil/green","project":"https://gil.example/","hiddenAuthors":1,"stars":12}');
INSERT INTO public.listings VALUES ('2026-08-18', 'huggingface', 0, '2608.90003', 'Invented 2608.90003', 31, NULL, '["Gil Green"]', 0, 'image', 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.90003.png', '[]', '{"abstract":"We invent 2608.90003 and describe it in a sentence.","keywords":["invention"],"aiSummary":"It is invented.","organization":"Green Lab","code":"https://github.com/gil/green","project":"https://gil.example/","hiddenAuthors":1,"stars":12,"votesAsOf":1787095860000}');
INSERT INTO public.listings VALUES ('2026-08-18', 'huggingface', 1, '2412.90004', 'Buckwheat', 9, NULL, '["Gil Green"]', 0, 'image', 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2412.90004.png', '[]', '{"abstract":"Buckwheat fields feed honey bees. We map every field of buckwheat around ten villages from the air, count the bees that visit it in an hour, and show that a late harvest leaves them twice the nectar that an early one does.","keywords":["invention"],"aiSummary":"It is invented.","organization":"Green Lab","code":"https://github.com/gil/green","project":"https://gil.example/","hiddenAuthors":1,"stars":12}');
INSERT INTO public.subscriptions VALUES ('s1', '11', '12', 'text', '09:00', 'Asia/Seoul', '["mon","tue"]', 3, 'ko', NULL, 0, '13', 'active', NULL, 0, 1786752000000);
INSERT INTO public.summaries VALUES (1, 'k1', '2608.90003', 'ko', 'j8ddQlT5Vf6sLxX2', 'fake', '[{"point":"new","text":"발명을 한 문장으로 설명합니다.","evidence":["We invent 2608.90003"]}]', 1787122800000);
INSERT INTO public.summary_attempts VALUES ('01a018d1-d580-70b4-9262-4bd0012ef9db', 'k1', '2026-08-19', 'written', NULL, 900, 120);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_once_a_digest UNIQUE (subscription_id, digest);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_once_a_firing UNIQUE (subscription_id, firing);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.digests
    ADD CONSTRAINT digests_one_an_origin PRIMARY KEY (day, origin);
ALTER TABLE ONLY public.feeds
    ADD CONSTRAINT feeds_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.fetches
    ADD CONSTRAINT fetches_pkey PRIMARY KEY (day);
ALTER TABLE ONLY public.kept_invocations
    ADD CONSTRAINT kept_invocations_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.kysely_migration_lock
    ADD CONSTRAINT kysely_migration_lock_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.kysely_migration
    ADD CONSTRAINT kysely_migration_pkey PRIMARY KEY (name);
ALTER TABLE ONLY public.left_guilds
    ADD CONSTRAINT left_guilds_pkey PRIMARY KEY (guild_id);
ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_once_an_origin UNIQUE (day, origin, paper_id);
ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_place PRIMARY KEY (day, origin, "position");
ALTER TABLE ONLY public.shown_posts
    ADD CONSTRAINT shown_posts_pkey PRIMARY KEY (key);
ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_one_a_channel UNIQUE (guild_id, channel_id);
ALTER TABLE ONLY public.subscriptions
    ADD CONSTRAINT subscriptions_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.summaries
    ADD CONSTRAINT summaries_key_key UNIQUE (key);
ALTER TABLE ONLY public.summaries
    ADD CONSTRAINT summaries_pkey PRIMARY KEY (number);
ALTER TABLE ONLY public.summary_attempts
    ADD CONSTRAINT summary_attempts_pkey PRIMARY KEY (id);
CREATE INDEX deliveries_due ON public.deliveries USING btree (due_at, id) WHERE (due_at IS NOT NULL);
CREATE INDEX deliveries_not_skipped ON public.deliveries USING btree (subscription_id) WHERE (state <> 'skipped'::text);
CREATE UNIQUE INDEX deliveries_one_at_a_time ON public.deliveries USING btree (subscription_id) WHERE (state = 'sending'::text);
CREATE INDEX deliveries_open ON public.deliveries USING btree (subscription_id, due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX deliveries_shown ON public.deliveries USING btree (shown, settled_at) WHERE (shown IS NOT NULL);
CREATE INDEX summary_attempts_of_day ON public.summary_attempts USING btree (day);
CREATE INDEX summary_attempts_of_key ON public.summary_attempts USING btree (key);
ALTER TABLE ONLY public.deliveries
    ADD CONSTRAINT deliveries_subscription_id_fkey FOREIGN KEY (subscription_id) REFERENCES public.subscriptions(id) ON DELETE CASCADE;
ALTER TABLE ONLY public.listings
    ADD CONSTRAINT listings_of_digest FOREIGN KEY (day, origin) REFERENCES public.digests(day, origin) ON DELETE CASCADE;

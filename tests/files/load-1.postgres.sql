-- A database of version 1, with an edition of four observations.
CREATE TABLE public.application_usage (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    application text,
    period text,
    users numeric,
    usage_rate numeric,
    users_growth_rate numeric
);
CREATE TABLE public.areas (
    code text NOT NULL,
    gb2260 text,
    parent text,
    name_zh text,
    name_full text,
    name_en text
);
CREATE TABLE public.checks (
    id text NOT NULL,
    edition integer,
    kind text NOT NULL,
    status text NOT NULL,
    severity text NOT NULL,
    message text NOT NULL,
    expected text,
    actual text,
    tolerance numeric,
    refs jsonb NOT NULL
);
CREATE TABLE public.cn_domains_by_category (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    tld text,
    period text,
    domains numeric,
    share numeric
);
CREATE TABLE public.cnnic_schema (
    version integer NOT NULL
);
CREATE TABLE public.domains_by_province (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    area text,
    period text,
    cn_domains numeric,
    zhongguo_domains numeric,
    share numeric,
    domains numeric
);
CREATE TABLE public.domains_by_tld (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    tld text,
    period text,
    domains numeric,
    share numeric
);
CREATE TABLE public.editions (
    edition integer NOT NULL,
    title text,
    language text NOT NULL,
    published text,
    period text,
    publisher text,
    source_file text NOT NULL,
    source_sha256 text NOT NULL,
    schema_version text NOT NULL
);
CREATE TABLE public.footnotes (
    id text NOT NULL,
    edition integer,
    number bigint NOT NULL,
    text text NOT NULL,
    url text,
    page bigint,
    line bigint NOT NULL
);
CREATE TABLE public.government_websites_by_province (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    area text,
    period text,
    government_websites numeric
);
CREATE TABLE public.indicators (
    id text NOT NULL,
    name_zh text,
    name_en text,
    kind text,
    measure text,
    unit text,
    share_of text
);
CREATE TABLE public.internet_access (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    indicator text,
    dimensions jsonb NOT NULL,
    measure text,
    unit text,
    period text,
    value numeric
);
CREATE TABLE public.ipv4_addresses_by_holder (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    holder text,
    period text,
    addresses numeric,
    equivalent text
);
CREATE TABLE public.ipv4_addresses_by_region (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    area text,
    period text,
    addresses numeric,
    equivalent text
);
CREATE TABLE public.ipv4_share_by_province (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    area text,
    period text,
    share numeric
);
CREATE TABLE public.ipv6_addresses_by_holder (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    holder text,
    period text,
    addresses numeric
);
CREATE TABLE public.ipv6_addresses_by_region (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    area text,
    period text,
    addresses numeric
);
CREATE TABLE public.observations (
    id text NOT NULL,
    edition integer,
    fact text NOT NULL,
    indicator text,
    label text NOT NULL,
    dimensions jsonb NOT NULL,
    area text,
    residence text,
    device text,
    application text,
    economic_region text,
    age text,
    sex text,
    education text,
    tld text,
    holder text,
    suffix text,
    page_kind text,
    government_level text,
    website_column text,
    port_kind text,
    measure text NOT NULL,
    value numeric,
    value_upper numeric,
    value_denominator numeric,
    unit text NOT NULL,
    unit_printed text,
    unit_multiplier bigint NOT NULL,
    value_printed text NOT NULL,
    decimals bigint NOT NULL,
    approximation text,
    status text NOT NULL,
    period text,
    period_note text,
    base_period text,
    share_of text,
    origin_kind text NOT NULL,
    origin_label text,
    origin_row bigint,
    origin_column bigint,
    origin_statement text,
    page bigint,
    page_printed text,
    line bigint NOT NULL,
    quote text NOT NULL
);
CREATE VIEW public.latest_observations AS
 SELECT placed.id,
    placed.edition,
    placed.fact,
    placed.indicator,
    placed.label,
    placed.dimensions,
    placed.area,
    placed.residence,
    placed.device,
    placed.application,
    placed.economic_region,
    placed.age,
    placed.sex,
    placed.education,
    placed.tld,
    placed.holder,
    placed.suffix,
    placed.page_kind,
    placed.government_level,
    placed.website_column,
    placed.port_kind,
    placed.measure,
    placed.value,
    placed.value_upper,
    placed.value_denominator,
    placed.unit,
    placed.unit_printed,
    placed.unit_multiplier,
    placed.value_printed,
    placed.decimals,
    placed.approximation,
    placed.status,
    placed.period,
    placed.period_note,
    placed.base_period,
    placed.share_of,
    placed.origin_kind,
    placed.origin_label,
    placed.origin_row,
    placed.origin_column,
    placed.origin_statement,
    placed.page,
    placed.page_printed,
    placed.line,
    placed.quote
   FROM ( SELECT observations.id,
            observations.edition,
            observations.fact,
            observations.indicator,
            observations.label,
            observations.dimensions,
            observations.area,
            observations.residence,
            observations.device,
            observations.application,
            observations.economic_region,
            observations.age,
            observations.sex,
            observations.education,
            observations.tld,
            observations.holder,
            observations.suffix,
            observations.page_kind,
            observations.government_level,
            observations.website_column,
            observations.port_kind,
            observations.measure,
            observations.value,
            observations.value_upper,
            observations.value_denominator,
            observations.unit,
            observations.unit_printed,
            observations.unit_multiplier,
            observations.value_printed,
            observations.decimals,
            observations.approximation,
            observations.status,
            observations.period,
            observations.period_note,
            observations.base_period,
            observations.share_of,
            observations.origin_kind,
            observations.origin_label,
            observations.origin_row,
            observations.origin_column,
            observations.origin_statement,
            observations.page,
            observations.page_printed,
            observations.line,
            observations.quote,
            row_number() OVER (PARTITION BY (substr(observations.fact, (strpos(observations.fact, '/'::text) + 1))) ORDER BY observations.edition DESC, (observations.value IS NULL),
                CASE observations.origin_kind
                    WHEN 'table'::text THEN 0
                    WHEN 'bullet'::text THEN 1
                    WHEN 'sentence'::text THEN 2
                    ELSE 3
                END, observations.id) AS place
           FROM public.observations) placed
  WHERE (placed.place = 1);
CREATE TABLE public.resource_overview (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    indicator text,
    dimensions jsonb NOT NULL,
    measure text,
    unit text,
    period text,
    change numeric,
    growth_rate numeric,
    value numeric
);
CREATE VIEW public.series AS
 SELECT o.indicator,
    i.name_zh,
    i.name_en,
    o.dimensions,
    o.measure,
    o.period,
    o.base_period,
    o.area,
    o.residence,
    o.device,
    o.application,
    o.economic_region,
    o.age,
    o.sex,
    o.education,
    o.tld,
    o.holder,
    o.suffix,
    o.page_kind,
    o.government_level,
    o.website_column,
    o.port_kind,
    o.value,
    o.value_upper,
    o.value_denominator,
    o.unit,
    o.unit_printed,
    o.unit_multiplier,
    o.value_printed,
    o.decimals,
    o.approximation,
    o.status,
    o.period_note,
    o.share_of,
    o.edition,
    o.id
   FROM (public.latest_observations o
     JOIN public.indicators i ON ((i.id = o.indicator)))
  WHERE (o.period IS NOT NULL);
CREATE TABLE public.web_page_bytes_by_province (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    area text,
    period text,
    bytes_mean numeric,
    bytes numeric
);
CREATE TABLE public.web_pages (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    indicator text,
    dimensions jsonb NOT NULL,
    measure text,
    unit text,
    period text,
    growth_rate numeric,
    value numeric
);
CREATE TABLE public.web_pages_by_province (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    area text,
    period text,
    static_dynamic_ratio numeric,
    static_dynamic_ratio_denominator numeric,
    web_pages numeric,
    static_web_pages numeric,
    dynamic_web_pages numeric
);
CREATE TABLE public.web_pages_by_suffix (
    id text NOT NULL,
    edition integer,
    table_label text NOT NULL,
    "row" bigint NOT NULL,
    label text,
    suffix text,
    period text,
    share numeric
);
INSERT INTO public.areas VALUES
	('CN', NULL, NULL, '全国', '中国', 'China'),
	('CN-BJ', '110000', NULL, '北京', '北京市', 'Beijing'),
	('CN-TJ', '120000', NULL, '天津', '天津市', 'Tianjin'),
	('CN-HE', '130000', NULL, '河北', '河北省', 'Hebei'),
	('CN-SX', '140000', NULL, '山西', '山西省', 'Shanxi'),
	('CN-NM', '150000', NULL, '内蒙古', '内蒙古自治区', 'Inner Mongolia'),
	('CN-LN', '210000', NULL, '辽宁', '辽宁省', 'Liaoning'),
	('CN-JL', '220000', NULL, '吉林', '吉林省', 'Jilin'),
	('CN-HL', '230000', NULL, '黑龙江', '黑龙江省', 'Heilongjiang'),
	('CN-SH', '310000', NULL, '上海', '上海市', 'Shanghai'),
	('CN-JS', '320000', NULL, '江苏', '江苏省', 'Jiangsu'),
	('CN-ZJ', '330000', NULL, '浙江', '浙江省', 'Zhejiang'),
	('CN-AH', '340000', NULL, '安徽', '安徽省', 'Anhui'),
	('CN-FJ', '350000', NULL, '福建', '福建省', 'Fujian'),
	('CN-JX', '360000', NULL, '江西', '江西省', 'Jiangxi'),
	('CN-SD', '370000', NULL, '山东', '山东省', 'Shandong'),
	('CN-HA', '410000', NULL, '河南', '河南省', 'Henan'),
	('CN-HB', '420000', NULL, '湖北', '湖北省', 'Hubei'),
	('CN-HN', '430000', NULL, '湖南', '湖南省', 'Hunan'),
	('CN-GD', '440000', NULL, '广东', '广东省', 'Guangdong'),
	('CN-GX', '450000', NULL, '广西', '广西壮族自治区', 'Guangxi'),
	('CN-HI', '460000', NULL, '海南', '海南省', 'Hainan'),
	('CN-CQ', '500000', NULL, '重庆', '重庆市', 'Chongqing'),
	('CN-SC', '510000', NULL, '四川', '四川省', 'Sichuan'),
	('CN-GZ', '520000', NULL, '贵州', '贵州省', 'Guizhou'),
	('CN-YN', '530000', NULL, '云南', '云南省', 'Yunnan'),
	('CN-XZ', '540000', NULL, '西藏', '西藏自治区', 'Xizang'),
	('CN-SN', '610000', NULL, '陕西', '陕西省', 'Shaanxi'),
	('CN-GS', '620000', NULL, '甘肃', '甘肃省', 'Gansu'),
	('CN-QH', '630000', NULL, '青海', '青海省', 'Qinghai'),
	('CN-NX', '640000', NULL, '宁夏', '宁夏回族自治区', 'Ningxia'),
	('CN-XJ', '650000', NULL, '新疆', '新疆维吾尔自治区', 'Xinjiang'),
	('CN-TW', '710000', NULL, '台湾', '台湾省', 'Taiwan'),
	('CN-HK', '810000', NULL, '香港', '香港特别行政区', 'Hong Kong'),
	('CN-MO', '820000', NULL, '澳门', '澳门特别行政区', 'Macao'),
	('X-XPCC', NULL, 'CN-XJ', '新疆生产建设兵团', '新疆生产建设兵团', 'Xinjiang Production and Construction Corps'),
	('X-OTHER', NULL, NULL, '其他', '其他', 'Other and unknown');
INSERT INTO public.checks VALUES
	('54/change/54/internet_users/change/2024-12/2023-12', 54, 'change', 'skipped', 'error', 'line 1: the level of 2023-12 is not printed', NULL, NULL, NULL, '["54/internet_users/change/2024-12/2023-12@bullet"]'),
	('54/dataset/expected', 54, 'dataset', 'skipped', 'error', 'the catalog does not say which tables this edition has', NULL, NULL, NULL, '[]'),
	('54/numbering/tables', 54, 'numbering', 'skipped', 'error', '表: numbers have gaps, but this is part of a report', NULL, NULL, NULL, '[]'),
	('54/plausibility/54/internet_users/level/2024-12', 54, 'plausibility', 'pass', 'warning', 'line 1: 11.08亿人 is 1.01 to 1.02 times what it was in 2023-12', NULL, NULL, NULL, '["54/internet_users/level/2024-12@bullet"]');
INSERT INTO public.cnnic_schema VALUES
	(1);
INSERT INTO public.domains_by_tld VALUES
	('54/domains_by_tld/cn/2024-12', 54, '表 2', 0, '.CN', 'cn', '2024-12', 20823037, NULL),
	('54/domains_by_tld/合计/2024-12', 54, '表 2', 1, '合计', NULL, '2024-12', 33019905, NULL);
INSERT INTO public.editions VALUES
	(54, '第54次中国互联网络发展状况统计报告', 'zh-CN', NULL, '2024-12', '中国互联网络信息中心', 'input.txt', 'bdfb172a0ad6b9894a85415ca72627e65a98f862150e64f583352db5554c1bf1', '1');
INSERT INTO public.indicators VALUES
	('internet_users', '网民规模', 'Internet users', 'count', 'level', 'person', NULL),
	('broadband_users', '宽带网民规模', 'Internet users with broadband access', 'count', 'level', 'person', NULL),
	('mobile_only_users', '仅通过手机上网的网民规模', 'Internet users going online with a mobile phone only', 'count', 'level', 'person', NULL),
	('student_users', '学生网民规模', 'Internet users who are students', 'count', 'level', 'person', NULL),
	('minor_users', '未成年网民规模', 'Internet users under 18', 'count', 'level', 'person', NULL),
	('internet_users_share', '网民占比', 'Share of a group in Internet users', 'percent', 'share', 'percent', '网民整体'),
	('internet_users_sex_ratio', '网民男女比例', 'Male to female Internet users', 'ratio', 'ratio', 'ratio', NULL),
	('internet_penetration', '互联网普及率', 'Internet penetration', 'percent', 'level', 'percent', NULL),
	('non_users', '非网民规模', 'Non-users of the Internet', 'count', 'level', 'person', NULL),
	('non_users_share', '占非网民总体的比例', 'Share of a group in non-users', 'percent', 'share', 'percent', '非网民总体'),
	('device_usage_rate', '使用各类设备上网的比例', 'Share of Internet users going online with a device', 'percent', 'share', 'percent', '网民'),
	('weekly_hours_online', '人均每周上网时长', 'Hours online per week and user', 'mean', 'level', 'hour', NULL),
	('computers_online', '上网计算机数', 'Computers connected to the Internet', 'count', 'level', 'item', NULL),
	('application_users', '用户规模', 'Users of an application', 'count', 'level', 'person', NULL),
	('application_usage_rate', '使用率', 'Share of Internet users using an application', 'percent', 'share', 'percent', '网民'),
	('ipv4_addresses', 'IPv4地址数量', 'IPv4 addresses', 'count', 'level', 'item', NULL),
	('ipv6_addresses', 'IPv6地址数量', 'IPv6 addresses', 'count', 'level', 'block/32', NULL),
	('ipv6_active_users', 'IPv6活跃用户数', 'Active users of IPv6', 'count', 'level', 'person', NULL),
	('domains', '域名总数', 'Registered domain names', 'count', 'level', 'item', '域名总数'),
	('websites', '网站数量', 'Websites', 'count', 'level', 'item', NULL),
	('web_pages', '网页数量', 'Web pages', 'count', 'level', 'item', '网页总数'),
	('web_page_bytes', '网页长度（总字节数）', 'Size of all web pages', 'quantity', 'level', 'kilobyte', NULL),
	('web_page_bytes_mean', '平均每个网页的字节数', 'Mean size of a web page', 'mean', 'level', 'kilobyte', NULL),
	('international_bandwidth', '国际出口带宽', 'International outbound bandwidth', 'quantity', 'level', 'megabit_per_second', NULL),
	('base_stations_5g', '5G基站总数', '5G base stations', 'count', 'level', 'item', '移动基站总数'),
	('broadband_ports', '互联网宽带接入端口数量', 'Broadband access ports', 'count', 'level', 'item', NULL),
	('fibre_length', '光缆线路总长度', 'Length of optical cable lines', 'quantity', 'level', 'kilometre', NULL),
	('mobile_traffic', '移动互联网接入流量', 'Mobile Internet traffic', 'quantity', 'level', 'gigabyte', NULL),
	('cellular_iot_users', '蜂窝物联网终端用户', 'Cellular IoT terminals', 'count', 'level', 'item', NULL),
	('mobile_base_stations', '移动通信基站总数', 'Mobile base stations', 'count', 'level', 'item', NULL),
	('base_stations_4g', '4G基站总数', '4G base stations', 'count', 'level', 'item', NULL),
	('mobile_phone_subscriptions', '移动电话用户总数', 'Mobile phone subscriptions', 'count', 'level', 'item', NULL),
	('mobile_phone_subscriptions_5g', '5G移动电话用户', '5G mobile phone subscriptions', 'count', 'level', 'item', NULL),
	('mobile_phone_subscriptions_4g', '4G移动电话用户', '4G mobile phone subscriptions', 'count', 'level', 'item', NULL),
	('fixed_broadband_subscriptions', '固定互联网宽带接入用户总数', 'Fixed broadband subscriptions', 'count', 'level', 'item', NULL),
	('broadband_100m_users', '100Mbps及以上接入速率的固定互联网宽带接入用户', 'Fixed broadband subscriptions of 100 Mbps or more', 'count', 'level', 'item', NULL),
	('mobile_network_connections', '移动网络终端连接总数', 'Terminals connected to mobile networks', 'count', 'level', 'item', NULL),
	('mobile_internet_subscriptions', '移动互联网用户总数', 'Mobile Internet subscriptions', 'count', 'level', 'item', NULL),
	('apps', 'APP数量', 'Mobile applications in the market', 'count', 'level', 'item', NULL),
	('gigabit_broadband_users', '1000Mbps及以上接入速率的固定互联网宽带接入用户', 'Fixed broadband subscriptions of 1000 Mbps or more', 'count', 'level', 'item', NULL),
	('government_websites', '政府网站数量', 'Government websites', 'count', 'level', 'item', NULL),
	('government_website_columns', '政府网站栏目数量', 'Columns of government websites', 'count', 'level', 'item', NULL),
	('government_website_articles', '政府网站首页文章更新量', 'Articles published on home pages of government websites', 'count', 'level', 'item', NULL),
	('generative_ai_aware', '听说过生成式人工智能产品的人', 'People who have heard of generative AI products', 'count', 'level', 'person', NULL),
	('generative_ai_services_filed', '完成备案的生成式人工智能服务', 'Generative AI services on file', 'count', 'level', 'item', NULL),
	('itu_individuals_using_internet', '使用互联网的个人比例', 'Individuals using the Internet', 'percent', 'share', 'percent', NULL),
	('itu_households_with_internet', '互联网接入家庭普及率', 'Households with Internet access', 'percent', 'level', 'percent', NULL),
	('itu_individuals_owning_mobile_phone', '拥有手机的个人百分比', 'Individuals owning a mobile phone', 'percent', 'share', 'percent', NULL);
INSERT INTO public.observations VALUES
	('54/domains/level/2024-12@table', 54, '54/domains/level/2024-12', 'domains', '数量', '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'level', 33019905, NULL, NULL, 'item', '个', 0, '33,019,905', 0, NULL, 'A', '2024-12', 'inferred', NULL, NULL, 'table', '表 2', 1, 0, NULL, NULL, NULL, 7, '33,019,905'),
	('54/domains/tld=cn/level/2024-12@table', 54, '54/domains/tld=cn/level/2024-12', 'domains', '数量', '{"tld": "cn"}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'cn', NULL, NULL, NULL, NULL, NULL, NULL, 'level', 20823037, NULL, NULL, 'item', '个', 0, '20,823,037', 0, NULL, 'A', '2024-12', 'inferred', NULL, NULL, 'table', '表 2', 0, 0, NULL, NULL, NULL, 6, '20,823,037'),
	('54/internet_users/change/2024-12/2023-12@bullet', 54, '54/internet_users/change/2024-12/2023-12', 'internet_users', '网民规模', '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'change', 16080000, NULL, NULL, 'person', '万人', 4, '1608', 0, NULL, 'A', '2024-12', NULL, '2023-12', NULL, 'bullet', NULL, NULL, NULL, 'bullet.1', NULL, NULL, 1, '较 2023 年 12 月增长 1608 万人'),
	('54/internet_users/level/2024-12@bullet', 54, '54/internet_users/level/2024-12', 'internet_users', '网民规模', '{}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'level', 1108000000, NULL, NULL, 'person', '亿人', 8, '11.08', 2, NULL, 'A', '2024-12', NULL, NULL, NULL, 'bullet', NULL, NULL, NULL, 'bullet.1', NULL, NULL, 1, '我国网民规模达 11.08 亿人');
ALTER TABLE ONLY public.application_usage
    ADD CONSTRAINT application_usage_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.areas
    ADD CONSTRAINT areas_pkey PRIMARY KEY (code);
ALTER TABLE ONLY public.checks
    ADD CONSTRAINT checks_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.cn_domains_by_category
    ADD CONSTRAINT cn_domains_by_category_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.domains_by_province
    ADD CONSTRAINT domains_by_province_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.domains_by_tld
    ADD CONSTRAINT domains_by_tld_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.editions
    ADD CONSTRAINT editions_pkey PRIMARY KEY (edition);
ALTER TABLE ONLY public.footnotes
    ADD CONSTRAINT footnotes_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.government_websites_by_province
    ADD CONSTRAINT government_websites_by_province_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.indicators
    ADD CONSTRAINT indicators_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.internet_access
    ADD CONSTRAINT internet_access_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ipv4_addresses_by_holder
    ADD CONSTRAINT ipv4_addresses_by_holder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ipv4_addresses_by_region
    ADD CONSTRAINT ipv4_addresses_by_region_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ipv4_share_by_province
    ADD CONSTRAINT ipv4_share_by_province_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ipv6_addresses_by_holder
    ADD CONSTRAINT ipv6_addresses_by_holder_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.ipv6_addresses_by_region
    ADD CONSTRAINT ipv6_addresses_by_region_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.observations
    ADD CONSTRAINT observations_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.resource_overview
    ADD CONSTRAINT resource_overview_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.web_page_bytes_by_province
    ADD CONSTRAINT web_page_bytes_by_province_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.web_pages_by_province
    ADD CONSTRAINT web_pages_by_province_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.web_pages_by_suffix
    ADD CONSTRAINT web_pages_by_suffix_pkey PRIMARY KEY (id);
ALTER TABLE ONLY public.web_pages
    ADD CONSTRAINT web_pages_pkey PRIMARY KEY (id);
CREATE INDEX application_usage_edition ON public.application_usage USING btree (edition);
CREATE INDEX checks_edition ON public.checks USING btree (edition);
CREATE INDEX cn_domains_by_category_edition ON public.cn_domains_by_category USING btree (edition);
CREATE INDEX domains_by_province_edition ON public.domains_by_province USING btree (edition);
CREATE INDEX domains_by_tld_edition ON public.domains_by_tld USING btree (edition);
CREATE INDEX footnotes_edition ON public.footnotes USING btree (edition);
CREATE INDEX government_websites_by_province_edition ON public.government_websites_by_province USING btree (edition);
CREATE INDEX internet_access_edition ON public.internet_access USING btree (edition);
CREATE INDEX ipv4_addresses_by_holder_edition ON public.ipv4_addresses_by_holder USING btree (edition);
CREATE INDEX ipv4_addresses_by_region_edition ON public.ipv4_addresses_by_region USING btree (edition);
CREATE INDEX ipv4_share_by_province_edition ON public.ipv4_share_by_province USING btree (edition);
CREATE INDEX ipv6_addresses_by_holder_edition ON public.ipv6_addresses_by_holder USING btree (edition);
CREATE INDEX ipv6_addresses_by_region_edition ON public.ipv6_addresses_by_region USING btree (edition);
CREATE INDEX observations_edition ON public.observations USING btree (edition);
CREATE INDEX observations_indicator_period ON public.observations USING btree (indicator, period);
CREATE INDEX resource_overview_edition ON public.resource_overview USING btree (edition);
CREATE INDEX web_page_bytes_by_province_edition ON public.web_page_bytes_by_province USING btree (edition);
CREATE INDEX web_pages_by_province_edition ON public.web_pages_by_province USING btree (edition);
CREATE INDEX web_pages_by_suffix_edition ON public.web_pages_by_suffix USING btree (edition);
CREATE INDEX web_pages_edition ON public.web_pages USING btree (edition);
ALTER TABLE ONLY public.application_usage
    ADD CONSTRAINT application_usage_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.checks
    ADD CONSTRAINT checks_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.cn_domains_by_category
    ADD CONSTRAINT cn_domains_by_category_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.domains_by_province
    ADD CONSTRAINT domains_by_province_area_fkey FOREIGN KEY (area) REFERENCES public.areas(code);
ALTER TABLE ONLY public.domains_by_province
    ADD CONSTRAINT domains_by_province_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.domains_by_tld
    ADD CONSTRAINT domains_by_tld_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.footnotes
    ADD CONSTRAINT footnotes_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.government_websites_by_province
    ADD CONSTRAINT government_websites_by_province_area_fkey FOREIGN KEY (area) REFERENCES public.areas(code);
ALTER TABLE ONLY public.government_websites_by_province
    ADD CONSTRAINT government_websites_by_province_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.internet_access
    ADD CONSTRAINT internet_access_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.internet_access
    ADD CONSTRAINT internet_access_indicator_fkey FOREIGN KEY (indicator) REFERENCES public.indicators(id);
ALTER TABLE ONLY public.ipv4_addresses_by_holder
    ADD CONSTRAINT ipv4_addresses_by_holder_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.ipv4_addresses_by_region
    ADD CONSTRAINT ipv4_addresses_by_region_area_fkey FOREIGN KEY (area) REFERENCES public.areas(code);
ALTER TABLE ONLY public.ipv4_addresses_by_region
    ADD CONSTRAINT ipv4_addresses_by_region_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.ipv4_share_by_province
    ADD CONSTRAINT ipv4_share_by_province_area_fkey FOREIGN KEY (area) REFERENCES public.areas(code);
ALTER TABLE ONLY public.ipv4_share_by_province
    ADD CONSTRAINT ipv4_share_by_province_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.ipv6_addresses_by_holder
    ADD CONSTRAINT ipv6_addresses_by_holder_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.ipv6_addresses_by_region
    ADD CONSTRAINT ipv6_addresses_by_region_area_fkey FOREIGN KEY (area) REFERENCES public.areas(code);
ALTER TABLE ONLY public.ipv6_addresses_by_region
    ADD CONSTRAINT ipv6_addresses_by_region_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.observations
    ADD CONSTRAINT observations_area_fkey FOREIGN KEY (area) REFERENCES public.areas(code);
ALTER TABLE ONLY public.observations
    ADD CONSTRAINT observations_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.observations
    ADD CONSTRAINT observations_indicator_fkey FOREIGN KEY (indicator) REFERENCES public.indicators(id);
ALTER TABLE ONLY public.resource_overview
    ADD CONSTRAINT resource_overview_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.resource_overview
    ADD CONSTRAINT resource_overview_indicator_fkey FOREIGN KEY (indicator) REFERENCES public.indicators(id);
ALTER TABLE ONLY public.web_page_bytes_by_province
    ADD CONSTRAINT web_page_bytes_by_province_area_fkey FOREIGN KEY (area) REFERENCES public.areas(code);
ALTER TABLE ONLY public.web_page_bytes_by_province
    ADD CONSTRAINT web_page_bytes_by_province_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.web_pages_by_province
    ADD CONSTRAINT web_pages_by_province_area_fkey FOREIGN KEY (area) REFERENCES public.areas(code);
ALTER TABLE ONLY public.web_pages_by_province
    ADD CONSTRAINT web_pages_by_province_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.web_pages_by_suffix
    ADD CONSTRAINT web_pages_by_suffix_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.web_pages
    ADD CONSTRAINT web_pages_edition_fkey FOREIGN KEY (edition) REFERENCES public.editions(edition);
ALTER TABLE ONLY public.web_pages
    ADD CONSTRAINT web_pages_indicator_fkey FOREIGN KEY (indicator) REFERENCES public.indicators(id);

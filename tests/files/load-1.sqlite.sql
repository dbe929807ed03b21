-- A database of version 1, with an edition of four observations.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE cnnic_schema (version INTEGER NOT NULL);
INSERT INTO cnnic_schema VALUES(1);
CREATE TABLE IF NOT EXISTS "areas" (
  "code" TEXT PRIMARY KEY,
  "gb2260" TEXT,
  "parent" TEXT,
  "name_zh" TEXT,
  "name_full" TEXT,
  "name_en" TEXT
);
INSERT INTO areas VALUES('CN',NULL,NULL,'全国','中国','China');
INSERT INTO areas VALUES('CN-BJ','110000',NULL,'北京','北京市','Beijing');
INSERT INTO areas VALUES('CN-TJ','120000',NULL,'天津','天津市','Tianjin');
INSERT INTO areas VALUES('CN-HE','130000',NULL,'河北','河北省','Hebei');
INSERT INTO areas VALUES('CN-SX','140000',NULL,'山西','山西省','Shanxi');
INSERT INTO areas VALUES('CN-NM','150000',NULL,'内蒙古','内蒙古自治区','Inner Mongolia');
INSERT INTO areas VALUES('CN-LN','210000',NULL,'辽宁','辽宁省','Liaoning');
INSERT INTO areas VALUES('CN-JL','220000',NULL,'吉林','吉林省','Jilin');
INSERT INTO areas VALUES('CN-HL','230000',NULL,'黑龙江','黑龙江省','Heilongjiang');
INSERT INTO areas VALUES('CN-SH','310000',NULL,'上海','上海市','Shanghai');
INSERT INTO areas VALUES('CN-JS','320000',NULL,'江苏','江苏省','Jiangsu');
INSERT INTO areas VALUES('CN-ZJ','330000',NULL,'浙江','浙江省','Zhejiang');
INSERT INTO areas VALUES('CN-AH','340000',NULL,'安徽','安徽省','Anhui');
INSERT INTO areas VALUES('CN-FJ','350000',NULL,'福建','福建省','Fujian');
INSERT INTO areas VALUES('CN-JX','360000',NULL,'江西','江西省','Jiangxi');
INSERT INTO areas VALUES('CN-SD','370000',NULL,'山东','山东省','Shandong');
INSERT INTO areas VALUES('CN-HA','410000',NULL,'河南','河南省','Henan');
INSERT INTO areas VALUES('CN-HB','420000',NULL,'湖北','湖北省','Hubei');
INSERT INTO areas VALUES('CN-HN','430000',NULL,'湖南','湖南省','Hunan');
INSERT INTO areas VALUES('CN-GD','440000',NULL,'广东','广东省','Guangdong');
INSERT INTO areas VALUES('CN-GX','450000',NULL,'广西','广西壮族自治区','Guangxi');
INSERT INTO areas VALUES('CN-HI','460000',NULL,'海南','海南省','Hainan');
INSERT INTO areas VALUES('CN-CQ','500000',NULL,'重庆','重庆市','Chongqing');
INSERT INTO areas VALUES('CN-SC','510000',NULL,'四川','四川省','Sichuan');
INSERT INTO areas VALUES('CN-GZ','520000',NULL,'贵州','贵州省','Guizhou');
INSERT INTO areas VALUES('CN-YN','530000',NULL,'云南','云南省','Yunnan');
INSERT INTO areas VALUES('CN-XZ','540000',NULL,'西藏','西藏自治区','Xizang');
INSERT INTO areas VALUES('CN-SN','610000',NULL,'陕西','陕西省','Shaanxi');
INSERT INTO areas VALUES('CN-GS','620000',NULL,'甘肃','甘肃省','Gansu');
INSERT INTO areas VALUES('CN-QH','630000',NULL,'青海','青海省','Qinghai');
INSERT INTO areas VALUES('CN-NX','640000',NULL,'宁夏','宁夏回族自治区','Ningxia');
INSERT INTO areas VALUES('CN-XJ','650000',NULL,'新疆','新疆维吾尔自治区','Xinjiang');
INSERT INTO areas VALUES('CN-TW','710000',NULL,'台湾','台湾省','Taiwan');
INSERT INTO areas VALUES('CN-HK','810000',NULL,'香港','香港特别行政区','Hong Kong');
INSERT INTO areas VALUES('CN-MO','820000',NULL,'澳门','澳门特别行政区','Macao');
INSERT INTO areas VALUES('X-XPCC',NULL,'CN-XJ','新疆生产建设兵团','新疆生产建设兵团','Xinjiang Production and Construction Corps');
INSERT INTO areas VALUES('X-OTHER',NULL,NULL,'其他','其他','Other and unknown');
CREATE TABLE IF NOT EXISTS "indicators" (
  "id" TEXT PRIMARY KEY,
  "name_zh" TEXT,
  "name_en" TEXT,
  "kind" TEXT,
  "measure" TEXT,
  "unit" TEXT,
  "share_of" TEXT
);
INSERT INTO indicators VALUES('internet_users','网民规模','Internet users','count','level','person',NULL);
INSERT INTO indicators VALUES('broadband_users','宽带网民规模','Internet users with broadband access','count','level','person',NULL);
INSERT INTO indicators VALUES('mobile_only_users','仅通过手机上网的网民规模','Internet users going online with a mobile phone only','count','level','person',NULL);
INSERT INTO indicators VALUES('student_users','学生网民规模','Internet users who are students','count','level','person',NULL);
INSERT INTO indicators VALUES('minor_users','未成年网民规模','Internet users under 18','count','level','person',NULL);
INSERT INTO indicators VALUES('internet_users_share','网民占比','Share of a group in Internet users','percent','share','percent','网民整体');
INSERT INTO indicators VALUES('internet_users_sex_ratio','网民男女比例','Male to female Internet users','ratio','ratio','ratio',NULL);
INSERT INTO indicators VALUES('internet_penetration','互联网普及率','Internet penetration','percent','level','percent',NULL);
INSERT INTO indicators VALUES('non_users','非网民规模','Non-users of the Internet','count','level','person',NULL);
INSERT INTO indicators VALUES('non_users_share','占非网民总体的比例','Share of a group in non-users','percent','share','percent','非网民总体');
INSERT INTO indicators VALUES('device_usage_rate','使用各类设备上网的比例','Share of Internet users going online with a device','percent','share','percent','网民');
INSERT INTO indicators VALUES('weekly_hours_online','人均每周上网时长','Hours online per week and user','mean','level','hour',NULL);
INSERT INTO indicators VALUES('computers_online','上网计算机数','Computers connected to the Internet','count','level','item',NULL);
INSERT INTO indicators VALUES('application_users','用户规模','Users of an application','count','level','person',NULL);
INSERT INTO indicators VALUES('application_usage_rate','使用率','Share of Internet users using an application','percent','share','percent','网民');
INSERT INTO indicators VALUES('ipv4_addresses','IPv4地址数量','IPv4 addresses','count','level','item',NULL);
INSERT INTO indicators VALUES('ipv6_addresses','IPv6地址数量','IPv6 addresses','count','level','block/32',NULL);
INSERT INTO indicators VALUES('ipv6_active_users','IPv6活跃用户数','Active users of IPv6','count','level','person',NULL);
INSERT INTO indicators VALUES('domains','域名总数','Registered domain names','count','level','item','域名总数');
INSERT INTO indicators VALUES('websites','网站数量','Websites','count','level','item',NULL);
INSERT INTO indicators VALUES('web_pages','网页数量','Web pages','count','level','item','网页总数');
INSERT INTO indicators VALUES('web_page_bytes','网页长度（总字节数）','Size of all web pages','quantity','level','kilobyte',NULL);
INSERT INTO indicators VALUES('web_page_bytes_mean','平均每个网页的字节数','Mean size of a web page','mean','level','kilobyte',NULL);
INSERT INTO indicators VALUES('international_bandwidth','国际出口带宽','International outbound bandwidth','quantity','level','megabit_per_second',NULL);
INSERT INTO indicators VALUES('base_stations_5g','5G基站总数','5G base stations','count','level','item','移动基站总数');
INSERT INTO indicators VALUES('broadband_ports','互联网宽带接入端口数量','Broadband access ports','count','level','item',NULL);
INSERT INTO indicators VALUES('fibre_length','光缆线路总长度','Length of optical cable lines','quantity','level','kilometre',NULL);
INSERT INTO indicators VALUES('mobile_traffic','移动互联网接入流量','Mobile Internet traffic','quantity','level','gigabyte',NULL);
INSERT INTO indicators VALUES('cellular_iot_users','蜂窝物联网终端用户','Cellular IoT terminals','count','level','item',NULL);
INSERT INTO indicators VALUES('mobile_base_stations','移动通信基站总数','Mobile base stations','count','level','item',NULL);
INSERT INTO indicators VALUES('base_stations_4g','4G基站总数','4G base stations','count','level','item',NULL);
INSERT INTO indicators VALUES('mobile_phone_subscriptions','移动电话用户总数','Mobile phone subscriptions','count','level','item',NULL);
INSERT INTO indicators VALUES('mobile_phone_subscriptions_5g','5G移动电话用户','5G mobile phone subscriptions','count','level','item',NULL);
INSERT INTO indicators VALUES('mobile_phone_subscriptions_4g','4G移动电话用户','4G mobile phone subscriptions','count','level','item',NULL);
INSERT INTO indicators VALUES('fixed_broadband_subscriptions','固定互联网宽带接入用户总数','Fixed broadband subscriptions','count','level','item',NULL);
INSERT INTO indicators VALUES('broadband_100m_users','100Mbps及以上接入速率的固定互联网宽带接入用户','Fixed broadband subscriptions of 100 Mbps or more','count','level','item',NULL);
INSERT INTO indicators VALUES('mobile_network_connections','移动网络终端连接总数','Terminals connected to mobile networks','count','level','item',NULL);
INSERT INTO indicators VALUES('mobile_internet_subscriptions','移动互联网用户总数','Mobile Internet subscriptions','count','level','item',NULL);
INSERT INTO indicators VALUES('apps','APP数量','Mobile applications in the market','count','level','item',NULL);
INSERT INTO indicators VALUES('gigabit_broadband_users','1000Mbps及以上接入速率的固定互联网宽带接入用户','Fixed broadband subscriptions of 1000 Mbps or more','count','level','item',NULL);
INSERT INTO indicators VALUES('government_websites','政府网站数量','Government websites','count','level','item',NULL);
INSERT INTO indicators VALUES('government_website_columns','政府网站栏目数量','Columns of government websites','count','level','item',NULL);
INSERT INTO indicators VALUES('government_website_articles','政府网站首页文章更新量','Articles published on home pages of government websites','count','level','item',NULL);
INSERT INTO indicators VALUES('generative_ai_aware','听说过生成式人工智能产品的人','People who have heard of generative AI products','count','level','person',NULL);
INSERT INTO indicators VALUES('generative_ai_services_filed','完成备案的生成式人工智能服务','Generative AI services on file','count','level','item',NULL);
INSERT INTO indicators VALUES('itu_individuals_using_internet','使用互联网的个人比例','Individuals using the Internet','percent','share','percent',NULL);
INSERT INTO indicators VALUES('itu_households_with_internet','互联网接入家庭普及率','Households with Internet access','percent','level','percent',NULL);
INSERT INTO indicators VALUES('itu_individuals_owning_mobile_phone','拥有手机的个人百分比','Individuals owning a mobile phone','percent','share','percent',NULL);
CREATE TABLE IF NOT EXISTS "editions" (
  "edition" INT PRIMARY KEY,
  "title" TEXT,
  "language" TEXT NOT NULL,
  "published" TEXT,
  "period" TEXT,
  "publisher" TEXT,
  "source_file" TEXT NOT NULL,
  "source_sha256" TEXT NOT NULL,
  "schema_version" TEXT NOT NULL
);
INSERT INTO editions VALUES(54,'第54次中国互联网络发展状况统计报告','zh-CN',NULL,'2024-12','中国互联网络信息中心','input.txt','bdfb172a0ad6b9894a85415ca72627e65a98f862150e64f583352db5554c1bf1','1');
CREATE TABLE IF NOT EXISTS "observations" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "fact" TEXT NOT NULL,
  "indicator" TEXT,
  "label" TEXT NOT NULL,
  "dimensions" TEXT NOT NULL,
  "area" TEXT,
  "residence" TEXT,
  "device" TEXT,
  "application" TEXT,
  "economic_region" TEXT,
  "age" TEXT,
  "sex" TEXT,
  "education" TEXT,
  "tld" TEXT,
  "holder" TEXT,
  "suffix" TEXT,
  "page_kind" TEXT,
  "government_level" TEXT,
  "website_column" TEXT,
  "port_kind" TEXT,
  "measure" TEXT NOT NULL,
  "value" TEXT,
  "value_upper" TEXT,
  "value_denominator" TEXT,
  "unit" TEXT NOT NULL,
  "unit_printed" TEXT,
  "unit_multiplier" INTEGER NOT NULL,
  "value_printed" TEXT NOT NULL,
  "decimals" INTEGER NOT NULL,
  "approximation" TEXT,
  "status" TEXT NOT NULL,
  "period" TEXT,
  "period_note" TEXT,
  "base_period" TEXT,
  "share_of" TEXT,
  "origin_kind" TEXT NOT NULL,
  "origin_label" TEXT,
  "origin_row" INTEGER,
  "origin_column" INTEGER,
  "origin_statement" TEXT,
  "page" INTEGER,
  "page_printed" TEXT,
  "line" INTEGER NOT NULL,
  "quote" TEXT NOT NULL,
  "value_number" NUMERIC GENERATED ALWAYS AS (CAST("value" AS NUMERIC)) VIRTUAL,
  "value_upper_number" NUMERIC GENERATED ALWAYS AS (CAST("value_upper" AS NUMERIC)) VIRTUAL,
  "value_denominator_number" NUMERIC GENERATED ALWAYS AS (CAST("value_denominator" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("indicator") REFERENCES "indicators" ("id"),
  FOREIGN KEY ("area") REFERENCES "areas" ("code")
);
INSERT INTO observations VALUES('54/domains/tld=cn/level/2024-12@table',54,'54/domains/tld=cn/level/2024-12','domains','数量','{"tld":"cn"}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'cn',NULL,NULL,NULL,NULL,NULL,NULL,'level','20823037',NULL,NULL,'item','个',0,'20,823,037',0,NULL,'A','2024-12','inferred',NULL,NULL,'table','表 2',0,0,NULL,NULL,NULL,6,'20,823,037');
INSERT INTO observations VALUES('54/domains/level/2024-12@table',54,'54/domains/level/2024-12','domains','数量','{}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'level','33019905',NULL,NULL,'item','个',0,'33,019,905',0,NULL,'A','2024-12','inferred',NULL,NULL,'table','表 2',1,0,NULL,NULL,NULL,7,'33,019,905');
INSERT INTO observations VALUES('54/internet_users/level/2024-12@bullet',54,'54/internet_users/level/2024-12','internet_users','网民规模','{}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'level','1108000000',NULL,NULL,'person','亿人',8,'11.08',2,NULL,'A','2024-12',NULL,NULL,NULL,'bullet',NULL,NULL,NULL,'bullet.1',NULL,NULL,1,'我国网民规模达 11.08 亿人');
INSERT INTO observations VALUES('54/internet_users/change/2024-12/2023-12@bullet',54,'54/internet_users/change/2024-12/2023-12','internet_users','网民规模','{}',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'change','16080000',NULL,NULL,'person','万人',4,'1608',0,NULL,'A','2024-12',NULL,'2023-12',NULL,'bullet',NULL,NULL,NULL,'bullet.1',NULL,NULL,1,'较 2023 年 12 月增长 1608 万人');
CREATE TABLE IF NOT EXISTS "footnotes" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "number" INTEGER NOT NULL,
  "text" TEXT NOT NULL,
  "url" TEXT,
  "page" INTEGER,
  "line" INTEGER NOT NULL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition")
);
CREATE TABLE IF NOT EXISTS "checks" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "kind" TEXT NOT NULL,
  "status" TEXT NOT NULL,
  "severity" TEXT NOT NULL,
  "message" TEXT NOT NULL,
  "expected" TEXT,
  "actual" TEXT,
  "tolerance" TEXT,
  "refs" TEXT NOT NULL,
  "tolerance_number" NUMERIC GENERATED ALWAYS AS (CAST("tolerance" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition")
);
INSERT INTO checks VALUES('54/change/54/internet_users/change/2024-12/2023-12',54,'change','skipped','error','line 1: the level of 2023-12 is not printed',NULL,NULL,NULL,'["54/internet_users/change/2024-12/2023-12@bullet"]');
INSERT INTO checks VALUES('54/dataset/expected',54,'dataset','skipped','error','the catalog does not say which tables this edition has',NULL,NULL,NULL,'[]');
INSERT INTO checks VALUES('54/numbering/tables',54,'numbering','skipped','error','表: numbers have gaps, but this is part of a report',NULL,NULL,NULL,'[]');
INSERT INTO checks VALUES('54/plausibility/54/internet_users/level/2024-12',54,'plausibility','pass','warning','line 1: 11.08亿人 is 1.01 to 1.02 times what it was in 2023-12',NULL,NULL,NULL,'["54/internet_users/level/2024-12@bullet"]');
CREATE TABLE IF NOT EXISTS "resource_overview" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "indicator" TEXT,
  "dimensions" TEXT NOT NULL,
  "measure" TEXT,
  "unit" TEXT,
  "period" TEXT,
  "change" TEXT,
  "growth_rate" TEXT,
  "value" TEXT,
  "change_number" NUMERIC GENERATED ALWAYS AS (CAST("change" AS NUMERIC)) VIRTUAL,
  "growth_rate_number" NUMERIC GENERATED ALWAYS AS (CAST("growth_rate" AS NUMERIC)) VIRTUAL,
  "value_number" NUMERIC GENERATED ALWAYS AS (CAST("value" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("indicator") REFERENCES "indicators" ("id")
);
CREATE TABLE IF NOT EXISTS "domains_by_tld" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "tld" TEXT,
  "period" TEXT,
  "domains" TEXT,
  "share" TEXT,
  "domains_number" NUMERIC GENERATED ALWAYS AS (CAST("domains" AS NUMERIC)) VIRTUAL,
  "share_number" NUMERIC GENERATED ALWAYS AS (CAST("share" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition")
);
INSERT INTO domains_by_tld VALUES('54/domains_by_tld/cn/2024-12',54,'表 2',0,'.CN','cn','2024-12','20823037',NULL);
INSERT INTO domains_by_tld VALUES('54/domains_by_tld/合计/2024-12',54,'表 2',1,'合计',NULL,'2024-12','33019905',NULL);
CREATE TABLE IF NOT EXISTS "cn_domains_by_category" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "tld" TEXT,
  "period" TEXT,
  "domains" TEXT,
  "share" TEXT,
  "domains_number" NUMERIC GENERATED ALWAYS AS (CAST("domains" AS NUMERIC)) VIRTUAL,
  "share_number" NUMERIC GENERATED ALWAYS AS (CAST("share" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition")
);
CREATE TABLE IF NOT EXISTS "web_pages" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "indicator" TEXT,
  "dimensions" TEXT NOT NULL,
  "measure" TEXT,
  "unit" TEXT,
  "period" TEXT,
  "growth_rate" TEXT,
  "value" TEXT,
  "growth_rate_number" NUMERIC GENERATED ALWAYS AS (CAST("growth_rate" AS NUMERIC)) VIRTUAL,
  "value_number" NUMERIC GENERATED ALWAYS AS (CAST("value" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("indicator") REFERENCES "indicators" ("id")
);
CREATE TABLE IF NOT EXISTS "application_usage" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "application" TEXT,
  "period" TEXT,
  "users" TEXT,
  "usage_rate" TEXT,
  "users_growth_rate" TEXT,
  "users_number" NUMERIC GENERATED ALWAYS AS (CAST("users" AS NUMERIC)) VIRTUAL,
  "usage_rate_number" NUMERIC GENERATED ALWAYS AS (CAST("usage_rate" AS NUMERIC)) VIRTUAL,
  "users_growth_rate_number" NUMERIC GENERATED ALWAYS AS (CAST("users_growth_rate" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition")
);
CREATE TABLE IF NOT EXISTS "government_websites_by_province" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "area" TEXT,
  "period" TEXT,
  "government_websites" TEXT,
  "government_websites_number" NUMERIC GENERATED ALWAYS AS (CAST("government_websites" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("area") REFERENCES "areas" ("code")
);
CREATE TABLE IF NOT EXISTS "ipv4_addresses_by_region" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "area" TEXT,
  "period" TEXT,
  "addresses" TEXT,
  "equivalent" TEXT,
  "addresses_number" NUMERIC GENERATED ALWAYS AS (CAST("addresses" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("area") REFERENCES "areas" ("code")
);
CREATE TABLE IF NOT EXISTS "ipv4_addresses_by_holder" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "holder" TEXT,
  "period" TEXT,
  "addresses" TEXT,
  "equivalent" TEXT,
  "addresses_number" NUMERIC GENERATED ALWAYS AS (CAST("addresses" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition")
);
CREATE TABLE IF NOT EXISTS "ipv6_addresses_by_region" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "area" TEXT,
  "period" TEXT,
  "addresses" TEXT,
  "addresses_number" NUMERIC GENERATED ALWAYS AS (CAST("addresses" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("area") REFERENCES "areas" ("code")
);
CREATE TABLE IF NOT EXISTS "ipv6_addresses_by_holder" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "holder" TEXT,
  "period" TEXT,
  "addresses" TEXT,
  "addresses_number" NUMERIC GENERATED ALWAYS AS (CAST("addresses" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition")
);
CREATE TABLE IF NOT EXISTS "ipv4_share_by_province" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "area" TEXT,
  "period" TEXT,
  "share" TEXT,
  "share_number" NUMERIC GENERATED ALWAYS AS (CAST("share" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("area") REFERENCES "areas" ("code")
);
CREATE TABLE IF NOT EXISTS "domains_by_province" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "area" TEXT,
  "period" TEXT,
  "cn_domains" TEXT,
  "zhongguo_domains" TEXT,
  "share" TEXT,
  "domains" TEXT,
  "cn_domains_number" NUMERIC GENERATED ALWAYS AS (CAST("cn_domains" AS NUMERIC)) VIRTUAL,
  "zhongguo_domains_number" NUMERIC GENERATED ALWAYS AS (CAST("zhongguo_domains" AS NUMERIC)) VIRTUAL,
  "share_number" NUMERIC GENERATED ALWAYS AS (CAST("share" AS NUMERIC)) VIRTUAL,
  "domains_number" NUMERIC GENERATED ALWAYS AS (CAST("domains" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("area") REFERENCES "areas" ("code")
);
CREATE TABLE IF NOT EXISTS "web_pages_by_suffix" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "suffix" TEXT,
  "period" TEXT,
  "share" TEXT,
  "share_number" NUMERIC GENERATED ALWAYS AS (CAST("share" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition")
);
CREATE TABLE IF NOT EXISTS "web_pages_by_province" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "area" TEXT,
  "period" TEXT,
  "static_dynamic_ratio" TEXT,
  "static_dynamic_ratio_denominator" TEXT,
  "web_pages" TEXT,
  "static_web_pages" TEXT,
  "dynamic_web_pages" TEXT,
  "static_dynamic_ratio_number" NUMERIC GENERATED ALWAYS AS (CAST("static_dynamic_ratio" AS NUMERIC)) VIRTUAL,
  "static_dynamic_ratio_denominator_number" NUMERIC GENERATED ALWAYS AS (CAST("static_dynamic_ratio_denominator" AS NUMERIC)) VIRTUAL,
  "web_pages_number" NUMERIC GENERATED ALWAYS AS (CAST("web_pages" AS NUMERIC)) VIRTUAL,
  "static_web_pages_number" NUMERIC GENERATED ALWAYS AS (CAST("static_web_pages" AS NUMERIC)) VIRTUAL,
  "dynamic_web_pages_number" NUMERIC GENERATED ALWAYS AS (CAST("dynamic_web_pages" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("area") REFERENCES "areas" ("code")
);
CREATE TABLE IF NOT EXISTS "web_page_bytes_by_province" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "area" TEXT,
  "period" TEXT,
  "bytes_mean" TEXT,
  "bytes" TEXT,
  "bytes_mean_number" NUMERIC GENERATED ALWAYS AS (CAST("bytes_mean" AS NUMERIC)) VIRTUAL,
  "bytes_number" NUMERIC GENERATED ALWAYS AS (CAST("bytes" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("area") REFERENCES "areas" ("code")
);
CREATE TABLE IF NOT EXISTS "internet_access" (
  "id" TEXT PRIMARY KEY,
  "edition" INT,
  "table_label" TEXT NOT NULL,
  "row" INTEGER NOT NULL,
  "label" TEXT,
  "indicator" TEXT,
  "dimensions" TEXT NOT NULL,
  "measure" TEXT,
  "unit" TEXT,
  "period" TEXT,
  "value" TEXT,
  "value_number" NUMERIC GENERATED ALWAYS AS (CAST("value" AS NUMERIC)) VIRTUAL,
  FOREIGN KEY ("edition") REFERENCES "editions" ("edition"),
  FOREIGN KEY ("indicator") REFERENCES "indicators" ("id")
);
CREATE INDEX "observations_edition" ON "observations" ("edition");
CREATE INDEX "observations_indicator_period" ON "observations" ("indicator", "period");
CREATE INDEX "footnotes_edition" ON "footnotes" ("edition");
CREATE INDEX "checks_edition" ON "checks" ("edition");
CREATE INDEX "resource_overview_edition" ON "resource_overview" ("edition");
CREATE INDEX "domains_by_tld_edition" ON "domains_by_tld" ("edition");
CREATE INDEX "cn_domains_by_category_edition" ON "cn_domains_by_category" ("edition");
CREATE INDEX "web_pages_edition" ON "web_pages" ("edition");
CREATE INDEX "application_usage_edition" ON "application_usage" ("edition");
CREATE INDEX "government_websites_by_province_edition" ON "government_websites_by_province" ("edition");
CREATE INDEX "ipv4_addresses_by_region_edition" ON "ipv4_addresses_by_region" ("edition");
CREATE INDEX "ipv4_addresses_by_holder_edition" ON "ipv4_addresses_by_holder" ("edition");
CREATE INDEX "ipv6_addresses_by_region_edition" ON "ipv6_addresses_by_region" ("edition");
CREATE INDEX "ipv6_addresses_by_holder_edition" ON "ipv6_addresses_by_holder" ("edition");
CREATE INDEX "ipv4_share_by_province_edition" ON "ipv4_share_by_province" ("edition");
CREATE INDEX "domains_by_province_edition" ON "domains_by_province" ("edition");
CREATE INDEX "web_pages_by_suffix_edition" ON "web_pages_by_suffix" ("edition");
CREATE INDEX "web_pages_by_province_edition" ON "web_pages_by_province" ("edition");
CREATE INDEX "web_page_bytes_by_province_edition" ON "web_page_bytes_by_province" ("edition");
CREATE INDEX "internet_access_edition" ON "internet_access" ("edition");
CREATE VIEW latest_observations AS
SELECT "id", "edition", "fact", "indicator", "label", "dimensions", "area", "residence", "device", "application", "economic_region", "age", "sex", "education", "tld", "holder", "suffix", "page_kind", "government_level", "website_column", "port_kind", "measure", "value", "value_upper", "value_denominator", "unit", "unit_printed", "unit_multiplier", "value_printed", "decimals", "approximation", "status", "period", "period_note", "base_period", "share_of", "origin_kind", "origin_label", "origin_row", "origin_column", "origin_statement", "page", "page_printed", "line", "quote", "value_number", "value_upper_number", "value_denominator_number" FROM (
  SELECT "id", "edition", "fact", "indicator", "label", "dimensions", "area", "residence", "device", "application", "economic_region", "age", "sex", "education", "tld", "holder", "suffix", "page_kind", "government_level", "website_column", "port_kind", "measure", "value", "value_upper", "value_denominator", "unit", "unit_printed", "unit_multiplier", "value_printed", "decimals", "approximation", "status", "period", "period_note", "base_period", "share_of", "origin_kind", "origin_label", "origin_row", "origin_column", "origin_statement", "page", "page_printed", "line", "quote", "value_number", "value_upper_number", "value_denominator_number", row_number() OVER (
    PARTITION BY substr(fact, instr(fact, '/') + 1)
    ORDER BY edition DESC, value IS NULL,
      CASE origin_kind WHEN 'table' THEN 0 WHEN 'bullet' THEN 1 WHEN 'sentence' THEN 2 ELSE 3 END, id
  ) AS place FROM observations
) AS placed WHERE place = 1;
CREATE VIEW series AS
SELECT o.indicator, i.name_zh, i.name_en, o.dimensions, o.measure, o.period, o.base_period,
  o."area", o."residence", o."device", o."application", o."economic_region", o."age", o."sex", o."education", o."tld", o."holder", o."suffix", o."page_kind", o."government_level", o."website_column", o."port_kind", o."value", o."value_upper", o."value_denominator", o."unit", o."unit_printed", o."unit_multiplier", o."value_printed", o."decimals", o."approximation", o."status", o."period_note", o."share_of", o."value_number", o."value_upper_number", o."value_denominator_number", o.edition, o.id
FROM latest_observations AS o JOIN indicators AS i ON i.id = o.indicator
WHERE o.period IS NOT NULL;
COMMIT;

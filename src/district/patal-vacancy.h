/* patal-vacancy.h: posts that nobody holds, and those that only an additional charge covers
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Vacant is an expected post in a unit of its level that is valid on the day, where no posting is current. Where only additional
 * charges are current it is *covered*: not vacant, but shown, with the person and where his or her main place is. */
#pragma once
#include "patal-chart-offer.h"
#include "patal-posting.h"

G_BEGIN_DECLS

typedef enum { PATAL_VACANCY_VACANT, PATAL_VACANCY_COVERED, PATAL_VACANCY_BOTH } PatalVacancyWhich;
/* By BLOCK: by block, then by place. Hindi names come before those that are known in English only. */
typedef enum { PATAL_VACANCY_SORT_BLOCK_HI, PATAL_VACANCY_SORT_BLOCK_EN, PATAL_VACANCY_SORT_NAME_HI, PATAL_VACANCY_SORT_NAME_EN } PatalVacancySort;
typedef struct
{
  gint64            post;   /* 0: any expected post */
  gint64            within; /* 0: the whole file */
  PatalVacancyWhich which;
  PatalVacancySort  sort;
  gboolean          descending;
} PatalVacancyFilter;

/* (transfer full) (element-type gint64): the units where a post is vacant (covered) today, each once; *@posts (nullable) is how many
   posts that are, of those asked for. For a worker. */
typedef struct { guint vacant, covered; } PatalVacancyPosts;
GArray *patal_vacancy_ids (PatalDb *db, const PatalVacancyFilter *filter, PatalVacancyPosts *posts, GError **error);

/* The row of such a unit, today: VACANT: its vacant posts in words, separated by ", "; COVERED: "पंचायत सचिव: रामलाल साहू (अकलतरी)", with
 * the main place in brackets; POST_IDS: the ids of both, separated by ",", the vacant ones first; NULL: none. */
typedef enum { PATAL_VACANCY_COL_NAME_HI, PATAL_VACANCY_COL_NAME_EN, PATAL_VACANCY_COL_CODE, PATAL_VACANCY_COL_BLOCK_HI, PATAL_VACANCY_COL_BLOCK_EN,
               PATAL_VACANCY_COL_BLOCK_ID, PATAL_VACANCY_COL_VACANT_HI, PATAL_VACANCY_COL_VACANT_EN, PATAL_VACANCY_COL_COVERED_HI,
               PATAL_VACANCY_COL_COVERED_EN, PATAL_VACANCY_COL_POST_IDS } PatalVacancyColumn;
extern const char patal_vacancy_row_sql[];

/* (transfer full) (element-type PatalHolding): one by one, on any day, by block, unit, rank. A vacant one has
   @person 0. */
GPtrArray *patal_vacancies (PatalDb *db, const PatalVacancyFilter *filter, PatalDay day, GError **error);

/* (transfer full) (element-type PatalVacancyCount): per place and expected post. @place is the block for posts of GPs, villages and blocks,
 * else the unit itself. units = main + covered + vacant. */
typedef struct { gint64 place, post; guint units, main, covered, vacant; } PatalVacancyCount;
GArray *patal_vacancy_counts (PatalDb *db, gint64 within, PatalDay day, GError **error);

/* "vacancies": of a post (filter post=CODE; the secretary unless given), block by block: vacant, and covered only. */
extern const PatalChartOffer patal_vacancy_chart;
extern const PatalReport patal_vacancy_report; /* "vacancies": block × post; with the filter which=vacant|covered, post=CODE: the list */
G_END_DECLS

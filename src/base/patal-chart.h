/* patal-chart.h: whatever is shown as a picture of figures: bars, one to each block
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A concern builds the chart once; draw draws it on the screen, on paper and in files. All words in it are already in the document's
 * language. */
#pragma once
#include "patal-table.h"

G_BEGIN_DECLS

#define PATAL_CHART_MOST_PARTS 4

/* Every string is copied, NULL for none. */
typedef struct
{
  const char     *title;      /* "पंचायत सचिव के रिक्त पद" */
  const char     *place;      /* "जिला जांजगीर-चांपा, छत्तीसगढ़" */
  const char     *as_on_line; /* "दिनांक 20.12.2021 की स्थिति में" */
  const char     *unit_line;  /* "(पदों की संख्या)" */
  const char     *note;       /* below the bars: where the figures are from, what is not counted */
  const char     *parts[PATAL_CHART_MOST_PARTS]; /* what a bar is made of, from the left; at least one, NULL from the first unused on */
  PatalColumnType type;       /* INTEGER or MONEY */
  PatalMoneyUnit  money_unit;
  gint64          full;       /* the axis reaches that far though no bar may, as 100 of shares in per cent; 0: as far as the longest bar */
  PatalLang       lang;
} PatalChartFrame;

typedef struct
{
  const char *label;
  gint64      parts[PATAL_CHART_MOST_PARTS]; /* each 0 or more; 0 from the first unused on */
  gint64      whole; /* what they are a share of: "9 / 71" is written behind the bar; 0: only how much they are */
  const char *behind; /* (nullable): what is written behind the bar instead */
} PatalBar;

typedef struct _PatalChart PatalChart; /* a value: built by one thread, then only read; shared by counting */

PatalChart *patal_chart_new   (const PatalChartFrame *frame);
PatalChart *patal_chart_ref   (PatalChart *chart);
void        patal_chart_unref (PatalChart *chart);
void        patal_chart_add   (PatalChart *chart, const PatalBar *bar); /* copied; in any order */

const PatalChartFrame *patal_chart_frame   (const PatalChart *chart);
guint                  patal_chart_n_parts (const PatalChart *chart);
guint                  patal_chart_n_bars  (const PatalChart *chart);
const PatalBar        *patal_chart_bar     (const PatalChart *chart, guint index);
gint64                 patal_bar_value     (const PatalBar *bar); /* of all its parts */

/* (transfer full): the bars' numbers, the largest bar first, equal ones as they were added. */
guint *patal_chart_rank (const PatalChart *chart);

/* (transfer full): a value as it is read: "2,99,64,200", or in the chart's unit of money. */
char *patal_chart_value_text (const PatalChart *chart, gint64 value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalChart, patal_chart_unref)
G_END_DECLS

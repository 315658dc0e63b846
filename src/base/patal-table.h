/* patal-table.h: whatever is shown as rows: a list on the screen, a printed report, a spreadsheet
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A concern builds the table once; exchange writes it as CSV and XLSX, draw puts it on pages, app shows it. All words in
 * it are already in the document's language. */
#pragma once
#include "patal-day.h"
#include "patal-money.h"

G_BEGIN_DECLS

typedef enum
{
  PATAL_COLUMN_SERIAL,  /* क्र.: 1, 2, 3 … of itself; no cell is given */
  PATAL_COLUMN_TEXT,
  PATAL_COLUMN_CODE,    /* text that must not be read as a number: leading zeros, long digits */
  PATAL_COLUMN_INTEGER,
  PATAL_COLUMN_MONEY,   /* paise; shown in the table's unit */
  PATAL_COLUMN_PERCENT, /* tenths of a per cent: 358 is 35.8 */
  PATAL_COLUMN_DEGREES, /* millionths of a degree */
  PATAL_COLUMN_DAY,     /* a PatalDay */
  PATAL_COLUMN_YES_NO,  /* 0 or 1 */
} PatalColumnType;

typedef enum
{
  PATAL_TOTAL_NONE,
  PATAL_TOTAL_SUM,   /* the table adds the column up; XLSX gets a formula */
} PatalColumnTotal;

typedef struct
{
  const char      *id;    /* stable, ASCII: names the column in tests, settings, queries */
  const char      *title; /* in the document's language */
  PatalColumnType  type;
  PatalColumnTotal total;
} PatalColumn;

typedef struct
{
  gint64      number; /* for every type but TEXT and CODE */
  const char *text;   /* for TEXT and CODE; owned by the table */
  const char *opens;  /* (nullable): the query whose rows this figure adds up, as "REPORT?key=value&key=value" with
                         REPORT a report's name; owned by the table */
  gboolean    empty;  /* nothing is known: shown blank, not as 0 */
  gboolean    unverified; /* shown with the mark असत्यापित */
} PatalCell;

typedef struct _PatalTable PatalTable; /* a value: built by one thread, then only read; shared by counting */

PatalTable *patal_table_new   (const PatalColumn *columns, guint n_columns); /* copied */
PatalTable *patal_table_ref   (PatalTable *table);
void        patal_table_unref (PatalTable *table);

/* The head and the foot; every string is copied, NULL for none. */
typedef struct
{
  const char     *title;     /* "ग्राम पंचायत सूची" */
  const char     *place;     /* "जिला जांजगीर-चांपा, छत्तीसगढ़" */
  const char     *unit_line; /* "(राशि लाख रु. में)" */
  PatalDay        as_on;     /* दिनांक … की स्थिति में; PATAL_DAY_NONE for none */
  PatalMoneyUnit  money_unit;
  const char     *note;      /* below the rows: what is unverified, what was left out */
  const char     *signatures[3]; /* "तैयारकर्ता", "जाँचकर्ता", "मुख्य कार्यपालन अधिकारी, जिला पंचायत" */
  PatalLang       lang;
  const char     *as_on_line; /* the whole line, in the document's language: "दिनांक 20.12.2021 की स्थिति में" */
  const char     *total_word; /* "योग" / "Total" */
  const char     *yes, *no;   /* words for YES_NO */
  const char     *unverified; /* "असत्यापित" */
} PatalTableFrame;
void                   patal_table_set_frame (PatalTable *table, const PatalTableFrame *frame);
const PatalTableFrame *patal_table_frame     (const PatalTable *table);

/* Begins a row; the cells that are not set stay empty. @row_id is the id of the record behind it, 0 for none. */
guint patal_table_add_row (PatalTable *table, gint64 row_id);
void  patal_table_set_text   (PatalTable *table, guint row, guint column, const char *text); /* NULL: empty */
void  patal_table_set_number (PatalTable *table, guint row, guint column, gint64 number);
void  patal_table_set_opens  (PatalTable *table, guint row, guint column, const char *query);
void  patal_table_set_unverified (PatalTable *table, guint row, guint column);

/* The rows that are added from now on, until the next group, belong together. On paper a group has a heading; there and
 * in a workbook a sub-total of each column that has a total. CSV knows no groups. */
void  patal_table_begin_group (PatalTable *table, const char *title);
typedef struct
{
  const char *title; /* owned by the table */
  guint       first_row, n_rows;
} PatalTableGroup;
guint           patal_table_n_groups (const PatalTable *table);
PatalTableGroup patal_table_group    (const PatalTable *table, guint group);
char           *patal_table_subtotal_word (const PatalTable *table, guint group); /* (transfer full): "सोनगढ़ – योग" */

guint              patal_table_n_rows    (const PatalTable *table);
guint              patal_table_n_columns (const PatalTable *table);
const PatalColumn *patal_table_column    (const PatalTable *table, guint column);
gint64             patal_table_row_id    (const PatalTable *table, guint row);
PatalCell          patal_table_cell      (const PatalTable *table, guint row, guint column);
gboolean           patal_table_has_unverified (const PatalTable *table);          /* any cell that carries the mark */
gboolean           patal_table_has_total (const PatalTable *table);               /* any column with a total */
gint64             patal_table_total     (const PatalTable *table, guint column); /* the sum over the rows */
gint64             patal_table_sum       (const PatalTable *table, guint column, guint first_row, guint n_rows);
/* The first of these rows that has an entry, first_row + n_rows where none has: then their sum is not known to be 0, and is left blank. */
guint              patal_table_first_entry (const PatalTable *table, guint column, guint first_row, guint n_rows);

/* (transfer full): a cell, or a total, as it is read on paper and screen: "2,99,64,200", "20.12.2021", "". The mark for
 * unverified values is part of it. */
char *patal_table_cell_text  (const PatalTable *table, guint row, guint column);
char *patal_table_total_text (const PatalTable *table, guint column);
char *patal_table_number_text (const PatalTable *table, guint column, gint64 number); /* as a cell of the column reads; "" without a total */
char *patal_table_sum_text   (const PatalTable *table, guint column, guint first_row, guint n_rows); /* "" without a total or an entry */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalTable, patal_table_unref)
G_END_DECLS

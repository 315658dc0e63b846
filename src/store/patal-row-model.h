/* patal-row-model.h: a list model of a quarter of a million rows: ids in order, each row read when it is looked at
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-db.h"

G_BEGIN_DECLS

/* One row: its id and the values of the model's columns, read together and once, when the first is asked for: a list holds some
 * 200 rows and shows 20. One object as long as anyone holds it. A row that is gone from the file by the time it is read is all
 * NULL, and so is one that was not read as long as its model was there. */
#define PATAL_TYPE_ROW (patal_row_get_type ())
G_DECLARE_FINAL_TYPE (PatalRow, patal_row, PATAL, ROW, GObject)
gint64      patal_row_id   (PatalRow *row);
const char *patal_row_text (PatalRow *row, guint column); /* (nullable): NULL for NULL; numbers as SQLite writes them */
gint64      patal_row_int  (PatalRow *row, guint column); /* 0, like patal_row_real(), for what is no number */
double      patal_row_real (PatalRow *row, guint column);
gboolean    patal_row_null (PatalRow *row, guint column);

/* GListModel of PatalRow. @row_sql, a literal: "SELECT … WHERE id = ?1", asked on @reader, which must outlive the model. */
#define PATAL_TYPE_ROW_MODEL (patal_row_model_get_type ())
G_DECLARE_FINAL_TYPE (PatalRowModel, patal_row_model, PATAL, ROW_MODEL, GObject)
PatalRowModel *patal_row_model_new (PatalDb *reader, const char *row_sql);

/* Takes the new order (gint64), (transfer full), and emits one items-changed between the common head and tail. With FORGET (after
 * *changed*) the rows that somebody holds are read again: one that is no longer what it was is given as a new object, and is
 * inside the items-changed even where the ids did not change; the others stay the objects they are, and with them the selection. */
typedef enum { PATAL_ROWS_KEEP, PATAL_ROWS_FORGET } PatalRowsRead;
void   patal_row_model_set_ids  (PatalRowModel *model, GArray *ids, PatalRowsRead read);
guint  patal_row_model_position (PatalRowModel *model, gint64 id); /* GTK_INVALID_LIST_POSITION (G_MAXUINT) when absent */
gint64 patal_row_model_id       (PatalRowModel *model, guint position);

G_END_DECLS

/* patal-work-file.h: the work file (वर्क फाइल): its checklist, and which documents are there
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Completeness is available ÷ applicable (domain.md 4.2). A document of which nothing is said is applicable and not available. */
#pragma once
#include "patal-blob.h"
#include "patal-day.h"
#include "patal-edit.h"
#include "patal-report.h"

G_BEGIN_DECLS

/* A kind of document: a line of the checklist, which the office can change. */
typedef struct
{
  gint64   id;
  int      rank;
  char    *names[2], *basis;  /* [PatalLang]; not both NULL */
  gboolean in_use;
} PatalDocType;
void       patal_doc_type_free   (PatalDocType *type);
GPtrArray *patal_doc_types       (PatalDb *db, GError **error); /* (transfer full) (element-type PatalDocType), by rank, those not in use too */
gboolean   patal_doc_type_put    (PatalDb *db, PatalDocType *type, GError **error);   /* id 0: a new one; inside an edit */
gboolean   patal_doc_type_remove (PatalDb *db, gint64 id, GError **error);            /* IN_USE while documents name it: take it out of use */

typedef struct
{
  gint64   id, work, type;     /* id 0: nothing is said yet */
  gboolean applicable, available;
  int      page_from, page_to; /* 0: not said */
  char    *verified_by, *remark;
  PatalDay verified_on;
  gboolean has_scan;
  guint8   scan[PATAL_BLOB_HASH_SIZE];
} PatalWorkDoc;
void patal_work_doc_free (PatalWorkDoc *doc);

#define PATAL_WORK_FILE_ERROR (patal_work_file_error_quark ())
GQuark patal_work_file_error_quark (void);
typedef enum
{
  PATAL_WORK_FILE_ERROR_NAME,   /* a kind of document without a name */
  PATAL_WORK_FILE_ERROR_IN_USE, /* documents name the kind */
  PATAL_WORK_FILE_ERROR_PAGES,  /* the last page before the first, or no page */
  PATAL_WORK_FILE_ERROR_STATE,  /* available, and not applicable */
} PatalWorkFileError;

/* (transfer full) (element-type PatalWorkDoc): one for each kind in use, by rank, those of which nothing is said too. */
GPtrArray *patal_work_docs      (PatalDb *db, gint64 work, GError **error);
gboolean   patal_work_doc_check (const PatalWorkDoc *doc, const char **field, GError **error);
gboolean   patal_work_doc_save  (PatalDb *db, PatalWorkDoc *doc, GError **error); /* inside an edit; FROZEN (PATAL_DB_ERROR): the work is */

typedef struct { guint applicable, available; } PatalWorkFileCount;
gboolean   patal_work_file_count (PatalDb *db, gint64 work, PatalWorkFileCount *out, GError **error);
int        patal_work_file_tenths (const PatalWorkFileCount *count); /* tenths of a per cent; 1000 where nothing is applicable */

/* "work-files": R12, of completed works, a row for each gram panchayat; filters: works=completed|kept|empty for a row for each work,
 * documents=ID for the checklist of one work (which=due|there), within. */
extern const PatalReport patal_work_file_report;
G_END_DECLS

/* patal-board-record.h: the board of a work: what was printed, what stands at the site, what an inspection found
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-blob.h"
#include "patal-day.h"
#include "patal-edit.h"
#include "patal-chart-offer.h"

G_BEGIN_DECLS

typedef enum { PATAL_BOARD_PENDING, PATAL_BOARD_CORRECT, PATAL_BOARD_WRONG, PATAL_N_BOARD_VERDICTS } PatalBoardVerdict; /* सही है? जाँच शेष, हाँ, नहीं */

typedef enum /* कमी: what is found wrong with boards */
{
  PATAL_DEFECT_NOT_STANDING, /* no board at the site */
  PATAL_DEFECT_SIZE,
  PATAL_DEFECT_COLOURS,
  PATAL_DEFECT_PLACE,        /* where nobody sees it */
  PATAL_DEFECT_MISSING,      /* fields that are missing or empty */
  PATAL_DEFECT_FIGURES,      /* figures that differ from the record */
  PATAL_DEFECT_SPELLING,
  PATAL_DEFECT_UNREADABLE,   /* faded, letters too small */
  PATAL_DEFECT_DAMAGED,
  PATAL_DEFECT_LOGO,         /* none, or a wrong one */
  PATAL_DEFECT_POLITICIAN,   /* the name of a politician on it */
  PATAL_N_DEFECTS
} PatalDefect;
const char *patal_defect_id    (PatalDefect defect); /* as in the file: "figures" */
const char *patal_defect_title (PatalDefect defect); /* a message id */
const char *patal_board_verdict_id    (PatalBoardVerdict verdict);
const char *patal_board_verdict_title (PatalBoardVerdict verdict);

typedef struct
{
  gint64            id, work;           /* id 0: no record yet */
  double            width_mm, height_mm; /* 0: as the template says */
  gint64            printed_at;         /* the first print, seconds UTC; 0: none is kept */
  char             *printed;            /* (nullable): a PatalBoardLayout as text */
  PatalDay          built_on, seen_on;
  char             *place, *defect_note, *seen_by, *remark; /* each (nullable) */
  gboolean          has_place;
  double            lat, lon;
  gboolean          has_photo;
  guint8            photo[PATAL_BLOB_HASH_SIZE];
  PatalBoardVerdict correct;
  guint32           defects;            /* bits 1 << PatalDefect; kept of a board that is found wrong only */
} PatalBoardRecord;
void patal_board_record_clear (PatalBoardRecord *record);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalBoardRecord, patal_board_record_clear)

#define PATAL_BOARD_ERROR (patal_board_error_quark ())
GQuark patal_board_error_quark (void);
typedef enum
{
  PATAL_BOARD_ERROR_EARLY,   /* built before the work began (domain.md 4.1, P29) */
  PATAL_BOARD_ERROR_REASON,  /* found wrong, and no reason is given */
  PATAL_BOARD_ERROR_FUTURE,  /* built or seen on a day that has not come */
  PATAL_BOARD_ERROR_SEEN,    /* seen before it was built */
  PATAL_BOARD_ERROR_PLACE,   /* outside India, or only half a coordinate */
  PATAL_BOARD_ERROR_PRINTED, /* a first print is kept already: it is not overwritten by the way */
} PatalBoardError;

/* The record of @work; one with id 0 where there is none yet. */
gboolean patal_board_record_load  (PatalDb *db, gint64 work, PatalBoardRecord *out, GError **error);
/* On any thread, without the file. @start: the work's, PATAL_DAY_NONE where it is not known. *@field (nullable): the member at fault. Its text
 * may also fail in PATAL_CONTACT_ERROR: what looks like an Aadhaar number. */
gboolean patal_board_record_check (const PatalBoardRecord *record, PatalDay start, PatalDay today, const char **field, GError **error);
/* Inside an edit: checks, and writes all but the first print, with which the size stays too while one is kept. A work has one board: who saves a
 * second one changes the first. Sets the record's id. NOT_FOUND (PATAL_DB_ERROR): the work is gone; FROZEN: it is frozen, as below. */
gboolean patal_board_record_save  (PatalDb *db, PatalBoardRecord *record, GError **error);

/* Inside an edit: keeps the words and the layout of the first print. PRINTED where one is kept: it is taken away first, and that is an edit of
 * its own which the journal shows. NOT_FOUND (PATAL_DB_ERROR): the work is gone. */
gboolean patal_board_keep_print (PatalDb *db, gint64 work, double width_mm, double height_mm, const char *printed, gint64 printed_at,
                                 GError **error);
gboolean patal_board_drop_print (PatalDb *db, gint64 work, GError **error); /* TRUE where none was kept, too */

/* "boards": R11, of the works that have begun; filters: state=missing|built|correct|wrong|unseen, kind=community|individual,
 * status=sanctioned|ongoing|completed|closed, within. */
extern const PatalReport patal_board_report;
extern const PatalChartOffer patal_board_chart; /* "boards": block by block */
G_END_DECLS

/* patal-work.h: works: what was sanctioned, what is being done, what was spent
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fields: domain.md 4.1 and 9.2. Money is whole paise; counts and sums that are not known are PATAL_WORK_UNKNOWN. */
#pragma once
#include "patal-day.h"
#include "patal-edit.h"
#include "patal-import.h"
#include "patal-money.h"
#include "patal-report.h"
#include "patal-search.h"

G_BEGIN_DECLS

#define PATAL_WORK_UNKNOWN (-1)
#define PATAL_WORK_NAME_MAX 500 /* characters */
#define PATAL_WORK_NAME_ON_BOARD 120 /* what a board can hold large: a longer one is a finding */
#define PATAL_WORK_DAYS_MAX 99999999 /* person-days */

typedef enum { PATAL_WORK_COMMUNITY, PATAL_WORK_INDIVIDUAL, PATAL_N_WORK_KINDS } PatalWorkKind;
typedef enum { PATAL_WORK_SANCTIONED, PATAL_WORK_ONGOING, PATAL_WORK_COMPLETED, PATAL_WORK_CLOSED, PATAL_N_WORK_STATUSES } PatalWorkStatus;
const char *patal_work_kind_id      (PatalWorkKind kind);     /* as in the file: "community" */
const char *patal_work_kind_title   (PatalWorkKind kind);     /* a message id: "Community work" */
const char *patal_work_status_id    (PatalWorkStatus status);
const char *patal_work_status_title (PatalWorkStatus status); /* "Sanctioned", "In progress", "Completed", "Closed" */

typedef struct
{
  char  *name;     /* "सीमेंट" */
  char  *quantity; /* (nullable): "250 बोरी" */
  gint64 paise;    /* PATAL_WORK_UNKNOWN: none is said */
} PatalMaterial;

/* A sum and its parts, as an order or an account has them: what is written down, whether it adds up or not. */
typedef struct
{
  gint64 wage_paise, material_paise, total_paise;
} PatalWorkMoney;

typedef struct
{
  gint64          id, gp, scheme;      /* scheme 0: none is said */
  char           *name_hi, *name_en;   /* not both NULL */
  char           *village, *code, *category, *beneficiary, *guardian, *job_card, *ts_no, *as_no, *agency, *convergence, *remark;
  PatalWorkKind   kind;
  PatalWorkStatus status;
  int             fy;                  /* 0: not known */
  PatalDay        ts_day, as_day, start, end;
  PatalWorkMoney  sanctioned, spent;
  gint64          days, spent_days;    /* person-days: estimated, worked */
  gint64          rate_paise;          /* a day's wage; PATAL_WORK_UNKNOWN */
  gboolean        has_place;
  double          lat, lon;
  GPtrArray      *materials;           /* (nullable) (element-type PatalMaterial), in the order of the board */
} PatalWork;
void           patal_work_init      (PatalWork *work); /* all unknown: not the same as all 0 */
void           patal_work_copy      (PatalWork *to, const PatalWork *from);
void           patal_work_clear     (PatalWork *work);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalWork, patal_work_clear)
PatalMaterial *patal_material_new   (const char *name, const char *quantity, gint64 paise);
void           patal_material_free  (PatalMaterial *material);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalMaterial, patal_material_free)
/* "सीमेंट: 250 बोरी: 87,500; रेत: 12 घ.मी." and back: how forms and lists write materials, one a line or parted by ";". */
char          *patal_materials_format (const GPtrArray *materials);                            /* (transfer full): one a line */
gboolean       patal_materials_parse  (const char *text, GPtrArray **out, GError **error);      /* PATAL_WORK_ERROR_MATERIAL */

/* What is written as the total, else what the parts add up to, else PATAL_WORK_UNKNOWN. */
gint64 patal_work_money_total (const PatalWorkMoney *money);

gboolean patal_work_is_ended (const PatalWork *work); /* completed or closed */

/* The day by which its wage rate and its year are told: of its start, else of its sanction, else the first of its year, else @otherwise. */
PatalDay patal_work_day (const PatalWork *work, PatalDay otherwise);

#define PATAL_WORK_ERROR (patal_work_error_quark ())
GQuark patal_work_error_quark (void);
typedef enum
{
  PATAL_WORK_ERROR_NAME,      /* neither a Hindi nor an English name, or one longer than PATAL_WORK_NAME_MAX */
  PATAL_WORK_ERROR_GP,        /* no gram panchayat, or one that is gone */
  PATAL_WORK_ERROR_SPAN,      /* completed before it began */
  PATAL_WORK_ERROR_FY,        /* not 1990 to 2100 */
  PATAL_WORK_ERROR_NUMBER,    /* negative, or larger than PATAL_MONEY_MAX_PAISE, days than PATAL_WORK_DAYS_MAX */
  PATAL_WORK_ERROR_STATUS,    /* a day of completion, and neither completed nor closed */
  PATAL_WORK_ERROR_PLACE,     /* outside India, or only half a coordinate */
  PATAL_WORK_ERROR_PERSON_NUMBER, /* a number of twelve digits where no Aadhaar may stand */
  PATAL_WORK_ERROR_MATERIAL,  /* a line of materials without a name, or with an amount that is none */
} PatalWorkError;

gboolean patal_work_load   (PatalDb *db, gint64 id, PatalWork *out, GError **error);
/* On any thread, without the file; *@field (nullable): the member's name at fault: "name_hi", "end", "sanctioned.wage" … */
gboolean patal_work_check  (const PatalWork *work, const char **field, GError **error);
gboolean patal_work_insert (PatalDb *db, PatalWork *work, GError **error);       /* inside an edit, as the others; with its materials */
gboolean patal_work_update (PatalDb *db, const PatalWork *work, GError **error);
gboolean patal_work_remove (PatalDb *db, gint64 id, GError **error);             /* with its materials, documents and board */

/* How many works each status has in a unit and below it: [PatalWorkStatus]. */
gboolean patal_work_count  (PatalDb *db, gint64 within, guint counts[PATAL_N_WORK_STATUSES], GError **error);

/* What is frozen with a work, and whose edits stand in its history: its materials, its board, its file. While the work is frozen, what
 * changes one of them is refused (PATAL_DB_ERROR_FROZEN). */
extern const char patal_work_parts[]; /* of a PatalRecord */
#define PATAL_WORK_RECORD(work) (&(const PatalRecord) { .table = "work", .id = (work), .parts = patal_work_parts })

extern const PatalImport       patal_work_import; /* "works" */
/* "works": the list with all that is known, by block and gram panchayat; it is read back by the import. Filters: status, kind (ids), fy,
 * board=missing|built|wrong|unseen|overprint, within; columns=short: what a page holds in readable letters. */
extern const PatalReport       patal_work_report;
extern const PatalSearchSource patal_work_search; /* kind "work": names, code, beneficiary */
G_END_DECLS

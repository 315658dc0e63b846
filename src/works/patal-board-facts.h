/* patal-board-facts.h: all that a board can say of a work, and the form that a template makes of it
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "patal-form.h"
#include "patal-scheme.h"
#include "patal-template.h"
#include "patal-work.h"

G_BEGIN_DECLS

/* The fields that templates of boards may name (domain.md 4.1): "scheme", "state", "district", "block", "gp", "village", "work_name", "work_code",
 * "category", "beneficiary", "guardian", "job_card", "fy", "ts", "as" (number and day), "wage", "material", "total", "days", "rate", "materials",
 * "agency", "start", "end", "spent_wage", "spent_material", "spent_total", "spent_days", "convergence", "ombudsman", "helpline", "officer". */
extern const PatalTemplateKnown patal_board_known[];
extern const guint              patal_board_n_known;

/* Settings of the office (patal-setting.h) that boards print. */
#define PATAL_SETTING_OMBUDSMAN       "board-ombudsman"       /* the name, as printed */
#define PATAL_SETTING_OMBUDSMAN_EN    "board-ombudsman-en"
#define PATAL_SETTING_OMBUDSMAN_PHONE "board-ombudsman-phone"

typedef struct
{
  PatalWork   work;
  PatalScheme scheme;                              /* all NULL: none is said */
  char       *state[2], *district[2], *block[2], *gp[2]; /* [PatalLang]; in one language at least, else NULL */
  char       *district_word[2], *block_word[2];    /* what the state calls these tiers: "विकासखण्ड" */
  char       *ombudsman[2], *ombudsman_phone;      /* each (nullable) */
  char       *officer[2], *officer_phone;          /* the programme officer of the block, as posted today; each (nullable) */
  char       *officer_word[2];                     /* what the state calls the post; (nullable) */
  GBytes     *logo;                                /* (nullable): the scheme's, else the shipped drawing */
  gint64      known_rate_paise;                    /* what a day is paid under the scheme, in this state, when the work begins; 0: not known */
  gboolean    known_rate_verified;                 /* an order is named for it */
} PatalBoardFacts;
void patal_board_facts_clear (PatalBoardFacts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalBoardFacts, patal_board_facts_clear)

/* Reads the facts of works one after the other; what many share (units, schemes, contacts, logo) is read once, so that a reader shows the file as it
 * was when it was first asked. On one thread. */
typedef struct _PatalBoardReader PatalBoardReader;
PatalBoardReader *patal_board_reader_new  (PatalDb *db);
void              patal_board_reader_free (PatalBoardReader *reader); /* accepts NULL */
gboolean          patal_board_reader_read (PatalBoardReader *reader, gint64 work, PatalBoardFacts *out, GError **error);
/* The facts of @work as it was typed, whether it is in the file or not; what cannot be found (a GP of 0) stays NULL. */
gboolean          patal_board_reader_of_work (PatalBoardReader *reader, const PatalWork *work, PatalBoardFacts *out, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBoardReader, patal_board_reader_free)

/* Templates: the shipped ones ("community", "individual"), and the office's own. The shipped one makes the boards
 * of its kind until the office chooses another: one that is added changes no board. */
typedef struct
{
  gint64           id;        /* 0: shipped */
  char            *name;      /* what it is asked for by */
  PatalTemplate   *template;  /* NULL: its text is no template any more; see patal_board_template_text() */
  PatalTemplateFor used;      /* the kinds of works whose boards it makes */
} PatalBoardTemplate;
void           patal_board_template_free   (PatalBoardTemplate *template);
/* (transfer full) (element-type PatalBoardTemplate). @db: here and for the text, NULL for the shipped ones alone. */
GPtrArray     *patal_board_templates       (PatalDb *db, GError **error);
/* (transfer full): that of @name, else with @name NULL the one that is used for @kind. NOT_FOUND; FAULTS where it
 * can no longer be read. */
PatalTemplate *patal_board_template        (PatalDb *db, const char *name, PatalWorkKind kind, GError **error);
char          *patal_board_template_text   (PatalDb *db, const char *name, GError **error); /* (transfer full): to be written to a file and changed */
/* Inside an edit: keeps @text as the template @name, in place of one of that name. FALSE with PATAL_BOARD_TEMPLATE_ERROR where it is no template:
 * the message has every fault with its line, a line each. The names of shipped ones are taken. One that was used and is taken away, or is no
 * longer for that kind, leaves it to the shipped one. */
gboolean       patal_board_template_put    (PatalDb *db, const char *name, const char *text, gsize length, GError **error);
gboolean       patal_board_template_remove (PatalDb *db, const char *name, GError **error);
/* Inside an edit: from now on boards of @kind are made by the template @name. NOT_FOUND; ERROR_KIND where it is not for that kind. */
gboolean       patal_board_template_use    (PatalDb *db, const char *name, PatalWorkKind kind, GError **error);
gboolean       patal_board_template_is_for  (const PatalBoardTemplate *template, PatalWorkKind kind);
gboolean       patal_board_template_is_used (const PatalBoardTemplate *template, PatalWorkKind kind);
const char    *patal_board_template_kind_words (PatalWorkKind kind); /* translated: "Boards of community works" */
/* (transfer full) (element-type utf8): for each of its kinds that lacks some a sentence with the fields that domain.md 4.1 asks for and it
 * does not have. It can be used nevertheless: what an order asks for, the office knows. */
GPtrArray     *patal_board_template_warnings (const PatalTemplate *template);
#define PATAL_BOARD_TEMPLATE_ERROR (patal_board_template_error_quark ())
GQuark patal_board_template_error_quark (void);
typedef enum { PATAL_BOARD_TEMPLATE_ERROR_FAULTS, PATAL_BOARD_TEMPLATE_ERROR_NAME, PATAL_BOARD_TEMPLATE_ERROR_KIND } PatalBoardTemplateError;

typedef enum { PATAL_BOARD_HI, PATAL_BOARD_EN, PATAL_BOARD_BOTH } PatalBoardLang;
typedef enum
{
  PATAL_BOARD_AS_IT_IS,   /* end-dated rows are filled when the work is completed */
  PATAL_BOARD_AT_START,   /* they are empty, whatever is known */
  PATAL_BOARD_AT_END,     /* they are filled with what is known */
} PatalBoardFill;
PatalBoardFill patal_board_fill_of (const PatalWork *work); /* what AS_IT_IS comes to: AT_START or AT_END */

/* (transfer full): the form of one board. @words: the catalogues by language, both given for BOTH. Any thread. Amounts are "रु. 12,34,567",
 * days "20.12.2021"; what is not known is an empty box. Of BOTH, labels have the languages on two lines; of values both only where they differ. */
PatalForm *patal_board_form (const PatalBoardFacts *facts, const PatalTemplate *template, PatalBoardLang lang, PatalBoardFill fill,
                             PatalWords *const words[2]);

/* What is wrong with a board before it is printed. */
typedef enum
{
  PATAL_FINDING_MISSING,    /* a field that this kind and state of work must have */
  PATAL_FINDING_DATES,      /* in the wrong order, or in the future */
  PATAL_FINDING_SUM,        /* wage + material is not the total */
  PATAL_FINDING_POLITICIAN, /* looks like the name of a politician (P32) */
  PATAL_FINDING_TEXT,       /* patal-text-fault.h: what cannot be printed right */
  PATAL_FINDING_LONG,       /* longer than the board can hold */
  PATAL_FINDING_SMALL,      /* letters too small for the distance from which it is read: found by the layout */
  PATAL_FINDING_GLYPH,      /* no picture in the font: found by the canvas */
  PATAL_FINDING_DIFFERS,    /* from the first print */
  PATAL_FINDING_FIGURES,    /* figures that do not fit each other, or the rate that is known */
  PATAL_FINDING_N_KINDS
} PatalFindingKind;

typedef enum { PATAL_FINDING_STOPS, PATAL_FINDING_WARNS, PATAL_FINDING_REMINDS } PatalFindingWeight; /* do not print; look again; a rule to remember */

typedef struct
{
  PatalFindingKind   kind;
  PatalFindingWeight weight;
  const char        *field;   /* "end", "sanctioned.total": as patal_work_check() names fields; NULL: the board as a whole */
  char              *text;    /* a whole sentence in the user's language: what is wrong, and what to do */
  char              *remedy;  /* (nullable): the words of a button: "Set the total to 2,45,000" */
  char              *value;   /* (nullable): what the remedy sets the field to, as the field is typed */
} PatalFinding;
void          patal_finding_free (PatalFinding *finding);
PatalFinding *patal_finding_copy (const PatalFinding *finding); /* (transfer full) */

/* (transfer full) (element-type PatalFinding), the gravest first. @today: for dates. Any thread, without the
 * file. What a template does not show is not missed, but for the name, the place and the scheme, which stand
 * on every board. What the office lacks is no finding of a board. Of a remedy for "status" the value is the
 * status' id. */
GPtrArray *patal_board_findings (const PatalBoardFacts *facts, const PatalTemplate *template, PatalBoardLang lang, PatalDay today);

/* What the office has not entered, and all its boards lack: told once for as many boards as there are, not of
 * each as if it were at fault. */
typedef enum
{
  PATAL_OFFICE_NO_HELPLINE,       /* of the scheme */
  PATAL_OFFICE_NO_OMBUDSMAN,      /* name or telephone */
  PATAL_OFFICE_NO_OFFICER,        /* nobody is posted in the block, or without a telephone */
  PATAL_OFFICE_SCHEME_UNVERIFIED, /* no order is named for the scheme's name */
  PATAL_OFFICE_RATE_UNVERIFIED,   /* likewise for the wage rate that is known and paid */
  PATAL_N_OFFICE_GAPS
} PatalOfficeGap;
/* Bits 1 << PatalOfficeGap; those of several boards are put together with |. */
guint      patal_office_gaps      (const PatalBoardFacts *facts);
/* In the user's language: what is missing, and where it is entered. */
char      *patal_office_summary   (guint gaps); /* (transfer full) (nullable): on one line */
GPtrArray *patal_office_sentences (guint gaps); /* (transfer full) (element-type utf8) */

G_END_DECLS

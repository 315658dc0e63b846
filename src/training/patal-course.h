/* patal-course.h: courses: what is taught, to whom, in how many days, by the hour
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pairs of strings are [PatalLang], and at least one of the two is not NULL. */
#pragma once
#include "patal-edit.h"
#include "patal-import.h"
#include "patal-lang.h"

G_BEGIN_DECLS

typedef enum /* प्रशिक्षण श्रेणी */
{
  PATAL_COURSE_BASIC, PATAL_COURSE_REFRESHER, PATAL_COURSE_THEMATIC, PATAL_COURSE_TRAINERS, PATAL_COURSE_EXPOSURE,
  PATAL_N_COURSE_CATEGORIES
} PatalCourseCategory;
typedef enum /* स्तर */
{
  PATAL_COURSE_STATE, PATAL_COURSE_DISTRICT, PATAL_COURSE_BLOCK, PATAL_COURSE_CLUSTER, PATAL_N_COURSE_LEVELS
} PatalCourseLevel;
typedef enum { PATAL_MODE_CLASSROOM, PATAL_MODE_ONLINE, PATAL_MODE_VISIT, PATAL_N_COURSE_MODES } PatalCourseMode;
const char *patal_course_category_id    (PatalCourseCategory category); /* as in the file: "basic" */
const char *patal_course_category_title (PatalCourseCategory category); /* a message id: "Basic orientation" */
const char *patal_course_level_id       (PatalCourseLevel level);
const char *patal_course_level_title    (PatalCourseLevel level);
const char *patal_course_mode_id        (PatalCourseMode mode);
const char *patal_course_mode_title     (PatalCourseMode mode);

#define PATAL_COURSE_MOST_PEOPLE 500 /* of a batch, where it is no classroom */
#define PATAL_COURSE_MOST_DAYS   30  /* of a module */
#define PATAL_COURSE_MOST_TEAM   10
#define PATAL_COURSE_MOST_MARKS  1000
#define PATAL_VISIT_MOST_DAYS    5

typedef struct
{
  gint64 id, trainer;             /* @trainer: of a batch's own only; 0: none */
  int    day_no;                  /* from 1 */
  int    from_minute, to_minute;  /* of the day */
  char  *topics[2];
} PatalSession;
void patal_session_free (PatalSession *session); /* accepts NULL */

typedef struct
{
  gint64     id;
  char      *names[2];
  int        days, team;
  int        marks;               /* of its tests; 0: there are none */
  gboolean   follows;             /* comes after the module before it */
  GArray    *subjects;            /* gint64 */
  GPtrArray *sessions;            /* PatalSession, by day and time once loaded */
} PatalModule;
PatalModule *patal_module_copy (const PatalModule *module); /* (transfer full) */
PatalModule *patal_module_new  (void); /* (transfer full): of one day, with a team of two, behind the one before it */
void         patal_module_free (PatalModule *module); /* accepts NULL */

typedef struct
{
  gint64              id;
  char               *code, *names[2], *programme, *source, *remark; /* @programme, @source, @remark (nullable) */
  PatalCourseCategory category;
  PatalCourseLevel    level;
  PatalCourseMode     mode;
  gboolean            residential, in_use;
  int                 batch_min, batch_max; /* people */
  int                 present_pct;          /* of the half-days: from there on somebody is trained */
  int                 counts_years;         /* financial years for which it counts, its own among them; 0: for good */
  GPtrArray          *posts;                /* utf8: codes of the target posts */
  GPtrArray          *modules;              /* PatalModule, by rank */
} PatalCourse;
void patal_course_init  (PatalCourse *course); /* as usual: a classroom at cluster level, 20 to 40 people; nothing taught yet */
void patal_course_copy  (PatalCourse *to, const PatalCourse *from);
void patal_course_clear (PatalCourse *course); /* also one that is all 0 */
void patal_course_free  (PatalCourse *course); /* accepts NULL */
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalCourse, patal_course_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalCourse, patal_course_free)

/* Texts may also fail in PATAL_CONTACT_ERROR. */
#define PATAL_COURSE_ERROR (patal_course_error_quark ())
GQuark patal_course_error_quark (void);
typedef enum
{
  PATAL_COURSE_ERROR_NAME,    /* no code; or course, module or session is called nothing */
  PATAL_COURSE_ERROR_CODE,    /* another course has this code */
  PATAL_COURSE_ERROR_POST,    /* no target post, one that the file does not know, or posts of two levels */
  PATAL_COURSE_ERROR_SIZE,    /* a batch of less than one, of more at least than at most; a classroom for less than 15 or more than 60 */
  PATAL_COURSE_ERROR_NUMBER,  /* present_pct is not 1 to 100, counts_years below 0 */
  PATAL_COURSE_ERROR_MODULE,  /* no module, or more than the planner takes; its days, team, marks or subjects; a visit of more than five days */
  PATAL_COURSE_ERROR_SESSION, /* overlaps another, ends before it begins, or lies outside the module's days */
  PATAL_COURSE_ERROR_IN_USE,  /* trainings or plan lines name it; batches name the module */
} PatalCourseError;

/* Whole, with modules and sessions. */
/* (nullable) (transfer none): in @lang, else in the other. */
const char *patal_course_name (const PatalCourse *course, PatalLang lang);
gboolean patal_course_load   (PatalDb *db, gint64 id, PatalCourse *out, GError **error);
/* On any thread, without the file. *@field (nullable): "code", "name_hi", "posts", "batch_min", "batch_max", "present_pct", "counts_years",
 * "modules", "sessions", "remark". */
gboolean patal_course_check  (const PatalCourse *course, const char **field, GError **error);
/* Inside an edit, as the others. Insert gives course, modules and sessions new ids, so that one that was loaded becomes the template of
 * another; update gives them to modules and sessions that have none. */
gboolean patal_course_insert (PatalDb *db, PatalCourse *course, GError **error);
gboolean patal_course_update (PatalDb *db, PatalCourse *course, GError **error);
gboolean patal_course_remove (PatalDb *db, gint64 id, GError **error);

/* (transfer full) (element-type PatalCourse): with their posts, without modules; those in use first, by code. */
GPtrArray *patal_courses (PatalDb *db, GError **error);
extern const PatalImport patal_course_import; /* "courses": a row a session */

/* The one of @courses that @word means: its code or one of its names, folded; (transfer none) (nullable). */
const PatalCourse *patal_course_among (const GPtrArray *courses, const char *word);

typedef enum { PATAL_COURSE_SORT_CODE, PATAL_COURSE_SORT_NAME_HI, PATAL_COURSE_SORT_NAME_EN } PatalCourseSort;
typedef struct
{
  gboolean        only_in_use;
  PatalCourseSort sort;       /* those in use stand first */
  gboolean        descending;
} PatalCourseFilter;
GArray *patal_course_ids (PatalDb *db, const PatalCourseFilter *filter, GError **error); /* (transfer full) (element-type gint64) */

typedef enum { PATAL_COURSE_COL_CODE, PATAL_COURSE_COL_NAME_HI, PATAL_COURSE_COL_NAME_EN, PATAL_COURSE_COL_CATEGORY, PATAL_COURSE_COL_LEVEL,
               PATAL_COURSE_COL_BATCH_MIN, PATAL_COURSE_COL_BATCH_MAX, PATAL_COURSE_COL_IN_USE, PATAL_COURSE_COL_POSTS_HI, PATAL_COURSE_COL_POSTS_EN,
               PATAL_COURSE_COL_MODULES, PATAL_COURSE_COL_DAYS, PATAL_COURSE_COL_TRAININGS } PatalCourseColumn;
extern const char patal_course_row_sql[];

G_END_DECLS

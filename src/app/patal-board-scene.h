/* patal-board-scene.h: all that is needed to draw the board of one work again and again while it is typed
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It is read in the reading thread, and then used in the main thread alone, without the file. */
#pragma once
#include "patal-board-pages.h"

G_BEGIN_DECLS

typedef struct _PatalBoardScene PatalBoardScene;

/* (transfer full): of @work as it is, whether it is in the file or not. */
PatalBoardScene *patal_board_scene_read (PatalDb *db, const PatalWork *work, GError **error);
void             patal_board_scene_free (PatalBoardScene *scene); /* accepts NULL */

/* Takes over what was typed. FALSE: it is of another work, place or scheme, of which the scene knows nothing: it must be read anew. */
gboolean patal_board_scene_set_work (PatalBoardScene *scene, const PatalWork *work);

gint64 patal_board_scene_get_work   (PatalBoardScene *scene);
PatalBoardFill patal_board_scene_fill (PatalBoardScene *scene); /* as the work stands */
gint64 patal_board_scene_printed_at (PatalBoardScene *scene); /* seconds UTC; 0: no first print is kept */
/* (nullable): a sentence: why the first print cannot be read */
const char *patal_board_scene_get_damage (PatalBoardScene *scene);

/* The size that its board has unless another is asked for, and whose that is. */
typedef enum { PATAL_BOARD_SIZE_OF_PRINT, PATAL_BOARD_SIZE_OF_RECORD, PATAL_BOARD_SIZE_OF_KIND } PatalBoardSizeOrigin;
PatalBoardSizeOrigin patal_board_scene_own_size (PatalBoardScene *scene, double *width_mm, double *height_mm);

/* How it is looked at. */
typedef struct
{
  PatalBoardLang lang;
  PatalBoardFill fill;
  double         width_mm, height_mm; /* 0: that of the first print, else of the record, else of the template */
  gboolean       kept;                /* the first print, where one is kept, and not the words of today */
} PatalBoardLook;

typedef struct
{
  PatalBoardLayout *layout;
  GPtrArray        *differs;  /* (nullable) (element-type utf8): the fields in which the first print differs; NULL: none is kept */
  guint             parts;    /* bits 1 << PatalBoardPart: what is around them, likewise */
  GPtrArray        *findings; /* (element-type PatalFinding) */
  guint             office;   /* bits 1 << PatalOfficeGap */
  char             *size_warning; /* (nullable): a sentence on a size that was chosen */
} PatalBoardSight;
void patal_board_sight_clear (PatalBoardSight *sight);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PatalBoardSight, patal_board_sight_clear)

void patal_board_scene_look (PatalBoardScene *scene, const PatalBoardLook *look, PatalDay today, PatalBoardSight *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PatalBoardScene, patal_board_scene_free)
G_END_DECLS

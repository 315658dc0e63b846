/* patal-board-logo.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-board-logo.h"

#define KEPT_LOGOS 8
#define LOGO_DPI 300 /* printers show no finer colours, and pixels are most of what a file of one board takes its time for */
/* A drawing becomes pixels for one of these sides, so that a preview that grows step by step does not make it anew each time. The largest has
 * 1,500 pixels: what a metre shows from where boards are read. */
static const double sides_pt[] = { 45, 67.5, 90, 135, 180, 360 };

typedef struct
{
  GBytes       *file;
  double        side_pt;
  PatalPicture *picture; /* (nullable) */
} Logo;

static GMutex lock;
static Logo   logos[KEPT_LOGOS];
static guint  next;

static Logo *
find (GBytes *file, double side_pt)
{
  for (guint i = 0; i < KEPT_LOGOS; i++)
    if (logos[i].file != NULL && logos[i].side_pt == side_pt && (logos[i].file == file || g_bytes_equal (logos[i].file, file)))
      return &logos[i];
  return NULL;
}

double
patal_board_logo_side (double side_pt)
{
  for (guint i = 0; i < G_N_ELEMENTS (sides_pt); i++)
    if (side_pt <= sides_pt[i])
      return sides_pt[i];
  return sides_pt[G_N_ELEMENTS (sides_pt) - 1];
}

PatalPicture *
patal_board_logo (GBytes *file, double side_pt)
{
  double asked_pt = side_pt * LOGO_DPI / PATAL_PICTURE_SVG_DPI;
  Logo *logo;
  PatalPicture *picture;

  g_mutex_lock (&lock);
  logo = find (file, side_pt);
  if (logo == NULL)
    {
      logo = &logos[next++ % KEPT_LOGOS];
      g_clear_pointer (&logo->file, g_bytes_unref);
      g_clear_pointer (&logo->picture, patal_picture_unref);
      *logo = (Logo) { g_bytes_ref (file), side_pt, patal_picture_new (file, asked_pt, asked_pt, NULL) };
    }
  picture = logo->picture != NULL ? patal_picture_ref (logo->picture) : NULL;
  g_mutex_unlock (&lock);
  return picture;
}

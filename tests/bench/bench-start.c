/* bench-start.c: how long a program takes from being started to having drawn its window
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 *   bench-start ROUNDS TITLE COMMAND… -- TITLE COMMAND… [-- …]
 *
 * The programs are started in turn, so that whatever else the machine does falls on all alike; the first is the yardstick.
 * On the screen is a window once it is mapped and something other than the background has been drawn in its middle. Made for an
 * Xvfb without a window manager. */
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <glib.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define MOST_PROGRAMS 8
#define PATIENCE_US (30 * G_USEC_PER_SEC)

typedef struct
{
  const char *title;
  char      **argv;
  GArray     *taken_us;
} Program;

static gboolean
has_drawn (Display *display, Window window)
{
  XWindowAttributes attributes;
  XImage *image;
  gboolean drawn = FALSE;

  if (!XGetWindowAttributes (display, window, &attributes) || attributes.map_state != IsViewable
      || attributes.width < 200 || attributes.height < 150)
    return FALSE;
  image = XGetImage (display, window, attributes.width / 2 - 50, attributes.height / 2 - 50, 100, 100, AllPlanes, ZPixmap);
  if (image == NULL)
    return FALSE;
  for (int y = 0; y < 100 && !drawn; y += 5)
    for (int x = 0; x < 100 && !drawn; x += 5)
      drawn = (XGetPixel (image, x, y) & 0xffffff) != 0;
  XDestroyImage (image);
  return drawn;
}

static int
ignore_error_cb (Display *display G_GNUC_UNUSED, XErrorEvent *event G_GNUC_UNUSED)
{
  return 0; /* a window may go while it is looked at */
}

static gint64
time_one (Display *display, char **argv)
{
  gint64 begin = g_get_monotonic_time (), taken = -1;
  g_autoptr (GError) error = NULL;
  GPid pid;

  if (!g_spawn_async (NULL, argv, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDERR_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s", error->message);
  while (taken < 0 && g_get_monotonic_time () - begin < PATIENCE_US)
    {
      Window root, parent, *children = NULL;
      guint n = 0;

      XQueryTree (display, DefaultRootWindow (display), &root, &parent, &children, &n);
      for (guint i = 0; i < n && taken < 0; i++)
        if (has_drawn (display, children[i]))
          taken = g_get_monotonic_time () - begin;
      XFree (children);
      g_usleep (1000);
    }
  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  g_usleep (300000); /* its name on the bus goes a little after it */
  return taken;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

int
main (int argc, char **argv)
{
  Program programs[MOST_PROGRAMS] = { 0 };
  guint n = 0, rounds = argc > 1 ? (guint) atoi (argv[1]) : 0;
  Display *display = XOpenDisplay (NULL);

  g_assert (display != NULL && rounds > 0);
  XSetErrorHandler (ignore_error_cb);
  for (int i = 2; i < argc && n < MOST_PROGRAMS; i++)
    {
      programs[n] = (Program) { argv[i], argv + i + 1, g_array_new (FALSE, FALSE, sizeof (gint64)) };
      n++;
      while (i < argc && strcmp (argv[i], "--") != 0)
        i++;
      if (i < argc)
        argv[i] = NULL;
    }
  for (guint round = 0; round <= rounds; round++)
    for (guint i = 0; i < n; i++)
      {
        gint64 taken = time_one (display, programs[i].argv);

        if (taken < 0)
          g_error ("%s showed no window", programs[i].title);
        if (round > 0) /* the first round warms the disk's cache */
          g_array_append_val (programs[i].taken_us, taken);
      }
  for (guint i = 0; i < n; i++)
    {
      g_array_sort (programs[i].taken_us, compare);
      g_print ("%-44s median %6.1f ms", programs[i].title,
               (double) g_array_index (programs[i].taken_us, gint64, rounds / 2) / 1000);
      g_print (", fastest %6.1f ms", (double) g_array_index (programs[i].taken_us, gint64, 0) / 1000);
      g_print (", %.2f of %s\n",
               (double) g_array_index (programs[i].taken_us, gint64, rounds / 2)
                 / (double) g_array_index (programs[0].taken_us, gint64, rounds / 2), programs[0].title);
    }
  XCloseDisplay (display);
  return 0;
}

// Everything the page is, put together: views are listed here and nowhere else.
import "./fonts.css";
import "../charts/charts.css";
import "./tokens.css";
import "./shell.css";
import { home } from "../home/home";
import { population } from "../population/population";
import { realism } from "../realism/realism";
import { users } from "../stories/users";
import { Api } from "./api";
import { startMotion } from "./motion";
import { Shell } from "./shell";

startMotion();
new Shell(new Api(() => location.reload()), [home, users, population, realism]).start();
